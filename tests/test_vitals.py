"""What the program notes about itself."""

import tomllib
from pathlib import Path

import pytest

from bot.vitals import SILENCE_SECONDS, VERSION, Vitals

NOW = 1_760_000_000.0


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


def test_a_platform_is_in_trouble_until_it_was_heard_and_when_it_is_lost() -> None:
    vitals = Vitals()
    pulse = vitals.expect("telegram", NOW)
    assert pulse.trouble(NOW) == "not connected yet"
    vitals.heard("telegram", NOW + 1)
    assert pulse.trouble(NOW + 2) == ""
    vitals.lost("telegram", NOW + 3, "gives no updates")
    assert pulse.trouble(NOW + 4) == "gives no updates"
    assert pulse.since == NOW + 3
    vitals.heard("telegram", NOW + 9)
    assert (pulse.trouble(NOW + 9), pulse.since) == ("", NOW + 9)


def test_a_reason_that_changes_does_not_begin_the_absence_anew() -> None:
    vitals = Vitals()
    vitals.heard("discord", NOW)
    vitals.lost("discord", NOW + 1, "the gateway dropped")
    vitals.lost("discord", NOW + 5, "cannot be reached")
    assert vitals.pulses["discord"].since == NOW + 1


def test_a_connected_platform_that_falls_silent_is_in_trouble() -> None:
    vitals = Vitals()
    vitals.heard("discord", NOW)
    pulse = vitals.pulses["discord"]
    assert pulse.trouble(NOW + SILENCE_SECONDS) == ""
    assert pulse.trouble(NOW + SILENCE_SECONDS + 1) == "nothing heard for 91 s"
    vitals.heartbeat("discord", NOW + SILENCE_SECONDS + 2, 0.05)
    assert pulse.trouble(NOW + SILENCE_SECONDS + 2) == ""


def test_a_heartbeat_alone_does_not_make_a_lost_platform_connected() -> None:
    vitals = Vitals()
    vitals.lost("discord", NOW, "the gateway dropped")
    vitals.heartbeat("discord", NOW + 1, 0.05)
    assert vitals.pulses["discord"].trouble(NOW + 1) == "the gateway dropped"


def test_what_fails_counts_as_an_incident_and_is_timed_apart() -> None:
    vitals = Vitals()
    vitals.answered("/review", 0.01)
    vitals.answered("/review", 0.02, "abc123")
    vitals.answered("press Vote", 0.03, "def456")
    assert (vitals.incidents.total(), vitals.incidents["/review"], vitals.last_incident) == (2, 1, "def456")
    counted = {
        (sample.labels["what"], sample.labels["outcome"]): sample.value
        for metric in vitals.answers.collect()
        for sample in metric.samples
        if sample.name.endswith("_count")
    }
    assert counted == {("/review", "answered"): 1, ("/review", "failed"): 1, ("press Vote", "failed"): 1}


@pytest.mark.parametrize("outcome", ["later", "gone", "failed"])
def test_only_an_alert_that_was_sent_is_the_last_one(outcome: str) -> None:
    vitals = Vitals()
    vitals.alert("telegram", "sent", NOW)
    vitals.alert("telegram", outcome, NOW + 9)  # type: ignore[arg-type]
    pulse = vitals.pulses["telegram"]
    assert (pulse.sent_at, pulse.alerts.total()) == (NOW, 2)

"""Judges the settings: what is wrong with them, and what is missing from them."""

from bot.config import BadSettings, Settings, parse_editors
from bot.findings import Finding, ok, trouble, warning

SUBJECT = "settings"
TOKENS = (
    "Put DISCORD_TOKEN, TELEGRAM_TOKEN or both into .env. Discord: discord.com/developers/applications, your "
    "application, page Bot, Reset Token. Telegram: talk to @BotFather and send /newbot."
)


def judge_refused(error: BadSettings) -> list[Finding]:
    """All mistakes at once, a finding for each."""
    return [
        trouble(setting, wrong, "Mend it in .env or in the environment; .env.example explains each setting.")
        for setting, wrong in error.mistakes
    ]


def judge_settings(settings: Settings) -> list[Finding]:
    """Settings that can be read: which platforms they serve, and who may edit."""
    tokens = {"Discord": settings.discord_token, "Telegram": settings.telegram_token}
    served = [platform for platform, token in tokens.items() if token.get_secret_value()]
    if served:
        findings = [ok(SUBJECT, f"all can be read; a token is set for {' and '.join(served)}")]
    else:
        findings = [warning(SUBJECT, "no token is set, so nobody but you can talk to the bot", TOKENS)]
    editors = len(parse_editors(settings.editors))
    if editors:
        found = f"{editors} account{'s' if editors > 1 else ''} may edit reviews from the chat"
        return [*findings, ok("EDITORS", found)]
    return [*findings, ok("EDITORS", "empty: nobody may edit reviews from the chat, which is fine")]

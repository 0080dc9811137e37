"""Names of persons: common first names, with which works' names hardly begin, and makers' last names."""

# Famous makers of films, who are called by their last names; some of them have films about them.
MAKERS = frozenset(
    {
        "Allen", "Almodovar", "Almodóvar", "Altman", "Antonioni", "Argento", "Bergman", "Bresson", "Buñuel",
        "Cameron",
        "Capra", "Carpenter", "Chaplin", "Coppola", "Cronenberg", "Eisenstein", "Fassbinder", "Fellini",
        "Fincher",
        "Godard", "Haneke", "Hawks", "Herzog", "Hitchcock", "Jarmusch", "Kaufman", "Keaton", "Kieslowski",
        "Kubrick",
        "Kurosawa", "Leone", "Lubitsch", "Lucas", "Lumet", "Lynch", "Malick", "Miyazaki", "Murnau", "Nolan",
        "Ozu",
        "Pasolini", "Peckinpah", "Polanski", "Renoir", "Scorsese", "Soderbergh", "Spielberg", "Tarantino",
        "Tarkovsky",
        "Tarr", "Truffaut", "Visconti", "Welles", "Wilder",
    }
)  # fmt: skip

# None of them is a maker's last name: "Marsh's Heron" is not called so, "Emma's Boat" is.
FIRST_NAMES = frozenset(
    {
        "Aaron", "Adam", "Al", "Alan", "Alec", "Alex", "Alexander", "Alfred", "Alice", "Amanda", "Amy",
        "Andrea",
        "Andrew", "Andy", "Angela", "Anna", "Anne", "Anthony", "Antonio", "Arthur", "Barbara", "Barry", "Ben",
        "Benjamin", "Bill", "Billy", "Bob", "Brad", "Brian", "Bruce", "Bryan", "Carl", "Carol", "Caroline",
        "Catherine", "Charles", "Charlie", "Chris", "Christian", "Christopher", "Claire", "Colin", "Daniel",
        "Danny", "Dave", "David", "Deborah", "Dennis", "Diane", "Donald", "Doug", "Ed", "Eddie",
        "Edward",
        "Elizabeth", "Ellen", "Emily", "Emma", "Eric", "Eva", "Francis", "Frank", "Fred", "Gary", "Gene",
        "George",
        "Greg", "Hans", "Harold", "Harrison", "Harry", "Helen", "Henry", "Hugh", "Ian",
        "Jack",
        "Jake", "James", "Jamie", "Jane", "Jason", "Jean", "Jeff", "Jennifer", "Jeremy", "Jerry", "Jesse",
        "Jessica",
        "Jim", "Jimmy", "Joan", "Joe", "Joel", "John", "Johnny", "Jon", "Jonathan", "Joseph", "Josh", "Judy",
        "Julia",
        "Julian", "Julie", "Karen", "Kate", "Kathy", "Keith", "Ken", "Kenneth", "Kevin", "Kurt",
        "Larry",
        "Laura", "Linda", "Lisa", "Louis", "Lucy", "Luke", "Margaret", "Maria",
        "Marie",
        "Mark", "Martin", "Mary", "Matt", "Matthew", "Max", "Mel", "Melissa", "Michael", "Michelle", "Mike",
        "Morgan",
        "Nancy", "Natalie", "Nathan", "Neil", "Nicholas", "Nick", "Nicole", "Oliver", "Oscar", "Patricia",
        "Patrick",
        "Paul", "Peter", "Phil", "Philip", "Quentin", "Rachel", "Ralph", "Rebecca", "Richard",
        "Ridley",
        "Robert", "Robin", "Roger", "Ron", "Ronald", "Rose", "Roy", "Ruth", "Ryan", "Sally",
        "Sam", "Samuel",
        "Sandra", "Sara", "Sarah", "Sean", "Simon", "Sofia", "Sophie", "Stephen",
        "Steve", "Steven",
        "Stevie", "Susan", "Terry", "Thomas", "Tim", "Timothy", "Tina", "Tom", "Tony", "Victor",
        "Victoria",
        "Vincent", "Walter", "Wes", "William", "Woody", "Zack",
    }
)  # fmt: skip

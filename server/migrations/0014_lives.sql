-- The lives of the relay on this file: each begins with the first thing it writes, after an entry of the log. A cursor
-- remembers in which life its entry was written: in a copy that is put back, what follows is another life's, even where a
-- commit that is pushed again takes the place it had.
CREATE TABLE life (
    after INTEGER PRIMARY KEY,
    name INTEGER NOT NULL
) STRICT;

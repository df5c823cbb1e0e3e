package forms

import "sync"

// noteContradicted tells of an answer that speaks of what happened, in a record
// whose note says that nothing has happened yet.
func noteContradicted(c *cell) finding {
	if !c.sheet.noteSaysNo || c.said != Yes && !saysBegun(c.answer.Text) {
		return finding{}
	}
	return found(Warning)
}

// begunWords are how a text says that something has begun.
var begunWords = map[begunWord]string{
	hasBegun: `started on, started in, has started, have started, started already, already started, was started, has begun, began in, began on,
		was launched, has been launched, launched on, launched in, has taken place, took place, was implemented, has been implemented,
		was carried out, has been carried out, is under way, is ongoing,
		a commencé, a débuté, a démarré, a été lancé, a été lancée, a eu lieu, hat begonnen, begann im, begann am, wurde gestartet,
		hat stattgefunden, is begonnen, is gestart, ging van start, heeft plaatsgevonden, har startet, startet i, ble lansert, er begyndt,
		har påbörjats, startade i, ägde rum`,
	notBegun: "not, t, never, no, pas, nicht, niet, ikke, inte, ej",
	onceThen: "once, when, after, until, before, if, as soon as, unless, quand, après, dès, wenn, sobald, nachdem, zodra, nadat, når, efter, när",
}

// A begunWord is the part a word plays in saying that something has begun.
type begunWord int

const (
	hasBegun begunWord = iota + 1
	notBegun           // before it: "has not started"
	onceThen           // before it: "once it has started"
)

var begunPhrases = sync.OnceValue(func() *phrases[begunWord] {
	known := &phrases[begunWord]{}
	for part, list := range begunWords {
		known.addAll(list, part)
	}
	return known
})

// saysBegun reads whether a text says, sentence by sentence, that something has begun.
func saysBegun(text string) bool {
	known, rest := begunPhrases(), words(text)
	for denied := false; len(rest) > 0; {
		part, taken := known.at(rest)
		if part == hasBegun && !denied {
			return true
		}
		taken = max(taken, 1)
		denied = (denied || part != 0) && rest[taken-1].gap&stopGap == 0
		rest = rest[taken:]
	}
	return false
}

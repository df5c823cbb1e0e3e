package forms

import "sync"

// startWords are what a note says of the beginning of a campaign.
var startWords = map[startWord]string{
	begins: `started, start, begun, begin, commenced, commence, launched, kicked off, taken place, been implemented,
		begonnen, gestartet, gestart, angelaufen, commencé, débuté, démarré, startet, påbegynt, startat, påbörjats`,
	negated: "not, t, never, pas, nicht, niet, ikke, inte, ej, nie",
	awaits: `yet to start, yet to begin, yet to commence, still to start, still to begin, still to be launched, to be launched,
		will start, will begin, will commence, will be launched, will be implemented, will take place, is planned to start,
		under preparation, in preparation, being prepared, still being planned, still in the planning phase, in the planning phase,
		is planned for, is foreseen for, en préparation, va commencer, wird beginnen, in Vorbereitung, in voorbereiding, zal starten`,
	another: "new, next, another, second, third, further, follow up, other, previous, previously, evaluation, survey",
}

// A startWord is the part a word plays in saying that a campaign has begun.
type startWord int

const (
	begins  startWord = iota + 1
	negated           // before a word of beginning: "has not yet started"
	awaits            // says by itself that the beginning is to come
	another           // what follows is of something else: "a new campaign will start"
)

var startPhrases = sync.OnceValue(func() *phrases[startWord] {
	known := &phrases[startWord]{}
	for part, list := range startWords {
		known.addAll(list, part)
	}
	return known
})

// readStarted says whether the campaign has begun: it has, unless it is planned
// or the note says otherwise.
func readStarted(status Status, note string) Started {
	return Started{Started: status != Planned && !saysNotStarted(note)}
}

// How many words may stand between what belongs together.
const (
	nearNot   = 4 // a negation and what it denies
	nearOther = 6 // "another campaign" and its beginning
	longAgo   = -100
)

func saysNotStarted(note string) bool {
	known, found := startPhrases(), words(note)
	lastNot, lastOther := longAgo, longAgo
	for i := 0; i < len(found); {
		part, taken := known.at(found[i:])
		ours := i-lastOther > nearOther
		switch {
		case part == another:
			lastOther = i
		case part == negated:
			lastNot = i
		case ours && (part == awaits || part == begins && i-lastNot <= nearNot):
			return true
		}
		i += max(taken, 1)
		if found[i-1].gap&stopGap != 0 {
			lastNot, lastOther = longAgo, longAgo
		}
	}
	return false
}

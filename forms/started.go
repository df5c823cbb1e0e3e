package forms

import "sync"

// startWords are what a note says of the beginning of a campaign.
var startWords = map[startWord]string{
	begins: "start, begin, commence, taken place, been implemented",
	begun: `started, begun, commenced, launched, kicked off, begonnen, gestartet, gestart, angelaufen, commencé, débuté, démarré,
		startet, påbegynt, startat, påbörjats, rozpoczęła, rozpoczęto, alkanut, iniziata, iniziato, comenzado, iniciado, empezado,
		iniciada, začala, začal, kezdődött, alanud, prasidėjo, sākusies, ξεκινήσει, започнала, început, počela`,
	runs: `ongoing, under way, underway, running, took place, is over, is finished, has finished, has ended, is completed,
		en cours, läuft, loopt, pågår, pågående, in corso, en curso, em curso`,
	negated: "not, t, no, never, pas, nicht, niet, ikke, inte, ej, nie, non, nem, ei, δεν, не",
	given:   "before, since, once, when, after, until, if, as soon as, unless, avant, depuis, bevor, seit, wenn, sobald, nachdem, zodra, nadat, før, når, innan, när",
	awaits: `yet to start, yet to begin, yet to commence, still to start, still to begin, still to be launched, to be launched,
		will start, will begin, will commence, will be launched, will be implemented, will take place, is planned to start,
		under preparation, in preparation, being prepared, still being planned, still in the planning phase, in the planning phase,
		planned for, planned to, foreseen for, scheduled for, planning stage, planning phase, start has been postponed,
		start was postponed, start is postponed, launch has been postponed, launch was postponed, launch is postponed,
		nezačala, nezačal, neprasidėjo, nav sākusies, w przygotowaniu, v přípravě, in preparazione, en preparación, em preparação,
		under forberedelse, under förberedelse, valmisteilla, en préparation, va commencer, wird beginnen, in Vorbereitung, in voorbereiding, zal starten`,
	another: "new, next, another, second, third, further, follow up, other, previous, previously, evaluation, survey, preparation, preparations, planning, tender, procurement",
}

// A startWord is the part a word plays in saying that a campaign has begun.
type startWord int

const (
	begins  startWord = iota + 1
	begun             // it has, unless something before it says otherwise
	runs              // it has, unless denied, which says nothing: "no longer ongoing"
	negated           // before a word of beginning: "has not yet started"
	given             // before one as well: "once it has started", "since it started"
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

// saysNotStarted: what has begun by one sentence is not undone by another, which
// speaks of a part of it: "It started in May; the film is planned for June."
func saysNotStarted(note string) bool {
	known, found := startPhrases(), words(note)
	lastNot, lastOther, lastGiven := longAgo, longAgo, longAgo
	waiting := false
	for i := 0; i < len(found); {
		part, taken := known.at(found[i:])
		ours := i-lastOther > nearOther
		switch {
		case part == another:
			lastOther = i
		case part == negated:
			lastNot = i
		case part == given:
			lastGiven = i
		case ours && (part == awaits || (part == begins || part == begun) && i-lastNot <= nearNot):
			waiting = true
		case ours && (part == begun || part == runs && i-lastNot > nearNot) && i-lastGiven > nearNot:
			return false
		}
		i += max(taken, 1)
		if found[i-1].gap&stopGap != 0 {
			lastNot, lastOther, lastGiven = longAgo, longAgo, longAgo
		}
	}
	return waiting
}

package handlers

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"ahq/models"
)

// A sentRow is something that was sent, or left out, at one moment.
type sentRow struct {
	At    time.Time
	What  phrase
	To    []sentTo
	State label
	Why   phrase
}

// A sentTo is who it went to: an NCP, and an address where there is one.
type sentTo struct {
	Name, Address string
}

// fates are what became of a step that no letter went out for.
var fates = map[models.Fate]label{
	models.Sent:    {say("outbox.sent"), good}, // to nobody who is left
	models.Skipped: {say("board.skipped"), quiet},
	models.Moot:    {say("board.moot"), quiet},
	models.Nobody:  {say("board.call"), urgent},
}

// sentRows are what was sent, the newest first: the steps of the ledger, and what
// else was written about the AHQ, to people of these NCPs.
func (d ahqDesk) sentRows(reminders []models.Reminder, messages []models.Message, offices map[models.PersonID]string, mails bool) []sentRow {
	var rows []sentRow
	add := func(row sentRow, to sentTo) {
		i := slices.IndexFunc(rows, func(r sentRow) bool { return r.same(row) })
		if i < 0 {
			i = len(rows)
			rows = append(rows, row)
		}
		rows[i].To = append(rows[i].To, to)
	}
	told := map[models.MessageID]bool{}
	for _, r := range reminders {
		row := sentRow{At: r.At, What: stepText(r.Step), State: fates[r.Fate], Why: heldText(r.Why)}
		if r.Fate == models.Nobody {
			row.Why = say("board.nobody")
		}
		for _, m := range r.Messages {
			told[m.ID] = true
			if r.Fate == models.Sent {
				row.State, row.Why = messageState(m, mails), plain(m.Failed)
				add(row, sentTo{d.name(r.NCP), m.Address})
			}
		}
		if r.Fate != models.Sent || len(r.Messages) == 0 {
			add(row, sentTo{d.name(r.NCP), ""})
		}
	}
	about := "AHQ " + *d.AHQ.Reference + ", " + d.AHQ.Topic + ": " // which stands above the page
	for _, m := range messages {
		if !told[m.ID] && m.ToID != d.Who.Person.ID {
			add(sentRow{At: m.CreatedAt, What: plain(strings.TrimPrefix(m.Subject, about)), State: messageState(m, mails), Why: plain(m.Failed)}, sentTo{offices[m.ToID], m.Address})
		}
	}
	slices.SortStableFunc(rows, func(a, b sentRow) int { return b.At.Compare(a.At) })
	return rows
}

// offices are the names of the NCPs that people are coordinators of.
func (d ahqDesk) offices(recipients map[string][]models.Person) map[models.PersonID]string {
	of := map[models.PersonID]string{}
	for _, ncp := range slices.Sorted(maps.Keys(recipients)) {
		for _, p := range recipients[ncp] {
			if of[p.ID] != "" {
				of[p.ID] += ", "
			}
			of[p.ID] += d.name(ncp)
		}
	}
	return of
}

// same says whether two are one row, but for whom they went to.
func (r sentRow) same(as sentRow) bool {
	r.To, as.To = nil, nil
	return reflect.DeepEqual(r, as)
}

// A callRow is whom the requester should call, for mail does not reach them.
type callRow struct {
	To  sentTo
	Why phrase
}

// calls are those whom the last of what was sent did not reach.
func calls(rows []sentRow) []callRow {
	var all []callRow
	reached := map[sentTo]bool{}
	for _, r := range rows { // the newest first
		if r.State.Tone != good && r.State.Tone != urgent {
			continue // nobody tried
		}
		for _, to := range r.To {
			if _, known := reached[to]; !known && r.State.Tone == urgent {
				all = append(all, callRow{to, r.Why})
			}
			reached[to] = r.State.Tone == good
		}
	}
	return all
}

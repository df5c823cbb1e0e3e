package handlers

import (
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/workflow"
)

// An unfinished place is one that stands in the way of issuing, with the way to it.
type unfinished struct {
	URL   string
	Where phrase // which question or table; empty: the AHQ as a whole
	Text  phrase
}

// unfinished places of what a draft asks.
func (d ahqDesk) unfinished(all forms.Misfits) []unfinished {
	var places []unfinished
	for _, m := range all {
		places = append(places, d.unfinishedAt("/questionnaire"+m.Pointer, m.Text))
	}
	return places
}

// inTheWay of issuing, one by one: each leads to the page where it is put right.
func (d ahqDesk) inTheWay(err error) []unfinished {
	var places []unfinished
	for _, one := range workflow.Invalids(err) {
		places = append(places, d.unfinishedAt(one.Pointer, one.Text))
	}
	return places
}

func (d ahqDesk) unfinishedAt(pointer, text string) unfinished {
	place := unfinished{URL: d.URL("edit") + "#" + fieldAt(pointer), Text: english(sentence(text))}
	if pointer == "/new_why" { // it is said where it is issued
		place.URL = "#new_why"
	}
	within, asked := strings.CutPrefix(pointer, "/questionnaire")
	if !asked {
		return place
	}
	q := d.AHQ.Questionnaire
	part, field := partAt(q, within)
	place.URL = d.URL("questionnaire")
	if t, is := q.TableOf(part); is {
		place.URL, place.Where = d.URL("questionnaire", "tables", part), partName(t.Title)
	} else if l, at, is := q.Find(part); is {
		place.URL, place.Where = d.URL("questionnaire", "questions", part), questionName(q.In(l)[at])
	}
	if field != "" {
		place.URL += "#" + field
	}
	return place
}

// partName is what a part is called, or that it is called nothing yet.
func partName(label string) phrase {
	if strings.TrimSpace(label) == "" {
		return say("questionnaire.unnamed")
	}
	return plain(label)
}

// questionName is what a question is called: its number alone is no name.
func questionName(q forms.Question) phrase {
	if strings.TrimSpace(q.Label) == "" {
		return partName("")
	}
	return partName(shortLabel(q))
}

// partAt is the question or table that a pointer into a questionnaire leads to, and
// the field of its page; "" the questionnaire itself.
func partAt(q forms.Questionnaire, pointer string) (part, field string) {
	keys := append(strings.Split(strings.TrimPrefix(pointer, "/"), "/"), "", "", "", "", "", "")
	switch {
	case keys[0] == "questions":
		return questionAt(q, forms.Listing{}, keys[1:])
	case keys[0] != "tables":
		return "", keys[0]
	}
	i, err := strconv.Atoi(keys[1])
	if err != nil || i >= len(q.Tables) {
		return "", ""
	}
	t := q.Tables[i]
	switch {
	case keys[2] == "rows" && keys[3] != "":
		return questionAt(q, forms.Listing{Table: t.ID}, keys[3:])
	case keys[2] == "follow_up" && keys[3] == "questions" && keys[4] != "":
		return questionAt(q, forms.Listing{Table: t.ID, FollowUp: true}, keys[4:])
	}
	return t.ID, keys[2]
}

// questionAt is the one of a listing that the first key counts to.
func questionAt(q forms.Questionnaire, l forms.Listing, keys []string) (part, field string) {
	i, err := strconv.Atoi(keys[0])
	if list := q.In(l); err == nil && i < len(list) {
		return list[i].ID, keys[1]
	}
	return "", ""
}

package workflow

import (
	"fmt"
	"strings"

	"ahq/models"
)

// enclose is the letter of what is due for one person, or of whom they are to
// call: one thing in its own words, several with the AHQ of each.
func (t *turn) enclose(e envelope) (addressed, error) {
	id, path := letterReminder, "/responses/"
	if e.fate == models.Nobody {
		id, path = letterCall, "/ahqs/"
	}
	first := e.owed[0]
	l := letter{id: id, key: string(id) + "/" + string(first.reminder.ID), path: "/", ahq: first.chased.AHQID}
	var items []string
	for _, o := range e.owed {
		item, err := t.item(o, len(e.owed) > 1)
		if err != nil {
			return addressed{}, err
		}
		items = append(items, item)
	}
	what, err := say("reminder.what-"+t.stands(first), t.itemValues(first))
	l.values = with{"Count": len(e.owed), "Items": strings.Join(items, "\n\n"), "What": what, "NCP": first.chased.Name}
	if len(e.owed) > 1 {
		l.ahq = ""
		return addressed{l, e.to}, err
	}
	l.about = with{"Reference": first.chased.Reference, "Topic": first.chased.Topic}
	l.path = path + string(first.chased.AHQID)
	if e.fate == models.Sent {
		l.path, l.response = path+string(first.chased.ResponseID), first.chased.ResponseID
	}
	return addressed{l, e.to}, err
}

// item is what one reminder says.
func (t *turn) item(o owed, several bool) (string, error) {
	values := t.itemValues(o)
	said := "reminder.item-" + t.stands(o)
	if o.reminder.Fate == models.Nobody {
		said = "call.item"
	}
	text, err := say(said, values)
	if err != nil {
		return "", err
	}
	parts := []string{text}
	if several {
		heading, err := say("reminder.heading", values)
		if err != nil {
			return "", err
		}
		parts = []string{heading, text}
	}
	if o.reminder.Fate == models.Sent {
		lack, err := o.lacking.say()
		if err != nil {
			return "", err
		}
		parts = append(parts, lack)
	}
	return strings.Join(parts, "\n\n"), nil
}

// stands is how things are between an NCP and its answer, for the words of the
// letter: not what the step was meant to be, for it may come late.
func (t *turn) stands(o owed) string {
	today := Day(t.now)
	switch {
	case o.reminder.Step == "closing":
		return "closing"
	case o.reminder.Step == stepExpected:
		return "expected"
	case o.chased.ReturnedAt != nil:
		return "returned"
	case today < o.chased.ReplyBy:
		return "before"
	case today == o.chased.ReplyBy:
		return "today"
	default:
		return "after"
	}
}

func (t *turn) itemValues(o owed) with {
	return with{
		"Reference": o.chased.Reference, "Topic": o.chased.Topic, "NCP": o.chased.Name,
		"Day": isoDay(o.chased.ReplyBy), "Expected": isoDay(o.chased.ExpectedBy), "Closes": isoDay(o.chased.ClosesOn),
	}
}

// say is what is missing, in words.
func (l lacking) say() (string, error) {
	switch {
	case !l.begun:
		return say("reminder.not-begun", nil)
	case len(l.names) == 0:
		return say("reminder.ready", nil)
	}
	names := l.names[:min(len(l.names), mostMissing)]
	list := "- " + strings.Join(names, "\n- ")
	if more := len(l.names) - len(names); more > 0 {
		rest, err := say("reminder.more", with{"Count": more})
		if err != nil {
			return "", err
		}
		list += fmt.Sprintf("\n- %s", rest)
	}
	return say("reminder.missing", with{"List": list})
}

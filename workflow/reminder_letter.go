package workflow

import (
	"strings"

	"ahq/models"
)

// enclose is the letter of what is due for one person, or of whom they are to
// call: one thing in its own words, several with the AHQ of each.
func (t *turn) enclose(e envelope) (l addressed, err error) {
	first := e.owed[0]
	l = addressed{letter{id: letterOf(first), path: "/"}, e.to}
	l.key = string(l.id) + "/" + string(first.reminder.ID)
	if l.id == letterIssued {
		l.values = with{"Day": isoDay(first.chased.ReplyBy)}
	} else if l.values, err = t.enclosed(e); err != nil || len(e.owed) > 1 {
		return l, err
	}
	c := first.chased
	l.about, l.ahq, l.path = with{"Reference": c.Reference, "Topic": c.Topic}, c.AHQID, "/ahqs/"+string(c.AHQID)
	l.from = c.Lead
	if l.id == letterReminder {
		l.response, l.path = c.ResponseID, "/responses/"+string(c.ResponseID)
	}
	if l.id == letterCall {
		l.path += "/board"
	}
	return l, nil
}

// letterOf a reminder is the one that says it.
func letterOf(o owed) letterID {
	switch {
	case o.reminder.Fate == models.Nobody:
		return letterCall
	case o.reminder.Step == StepIssued:
		return letterIssued
	default:
		return letterReminder
	}
}

// enclosed is what is put into such a letter.
func (t *turn) enclosed(e envelope) (with, error) {
	what, err := t.what(e)
	if err != nil {
		return nil, err
	}
	var items []string
	for _, o := range e.owed {
		item, err := t.item(o, len(e.owed) > 1)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return with{"What": what, "Items": strings.Join(items, "\n\n")}, nil
}

// what such a letter is about, in a few words.
func (t *turn) what(e envelope) (string, error) {
	first := e.owed[0]
	switch {
	case e.fate == models.Nobody:
		return say("call.what", with{"Count": len(e.owed), "NCP": first.chased.Name})
	case len(e.owed) > 1:
		return say("reminder.several", with{"Count": len(e.owed)})
	default:
		return say("reminder.what-"+t.stands(first), t.itemValues(first))
	}
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
	case o.reminder.Step == StepClosing:
		return "closing"
	case o.reminder.Step == StepExpected:
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
		list += "\n- " + rest
	}
	return say("reminder.missing", with{"List": list})
}

package handlers

import (
	"errors"

	"ahq/models"
	"ahq/workflow"
)

// A changeTold is something that was saved, with what the page says of it.
type changeTold struct {
	Record  string `json:"record"`
	Cell    string `json:"cell"`
	Version int    `json:"version"`
	Mine    bool   `json:"mine"`  // of the same person: most often of this very page
	Done    string `json:"done"`  // once the page shows it
	Waits   string `json:"waits"` // when it does not, because of what somebody typed there
}

// A moveTold is that a response, or a record, can be written to otherwise than before.
type moveTold struct {
	Words  string `json:"words"`
	Locked bool   `json:"locked"`
}

// A stateTold is how things are.
type stateTold struct {
	moveTold
	Cells map[string]int `json:"cells,omitempty"` // the versions of what stands in the page
}

// moves are what a page says of what happened to its response or AHQ. Of what is
// not listed it says nothing.
var moves = map[workflow.Act]func(name, at string) phrase{
	workflow.Submit:      func(name, at string) phrase { return say("live.submit", "Name", name, "Time", at) },
	workflow.Withdraw:    func(name, at string) phrase { return say("live.withdraw", "Name", name, "Time", at) },
	workflow.Return:      func(name, at string) phrase { return say("live.return", "Name", name, "Time", at) },
	workflow.StartThread: func(name, at string) phrase { return say("live.start_thread", "Name", name, "Time", at) },
	workflow.Say:         func(name, at string) phrase { return say("live.say", "Name", name, "Time", at) },
	workflow.Settle:      func(name, at string) phrase { return say("live.settle", "Name", name, "Time", at) },
	workflow.Amend:       func(name, at string) phrase { return say("live.amend", "Name", name, "Time", at) },
	workflow.Decline:     func(name, at string) phrase { return say("live.decline", "Name", name, "Time", at) },
	workflow.TakeOver:    func(name, at string) phrase { return say("live.take_over", "Name", name, "Time", at) },
	workflow.EnterFor:    func(_, at string) phrase { return say("live.enter_for", "Time", at) },
	workflow.Compile:     func(_, at string) phrase { return say("live.compile", "Time", at) },
	workflow.Extend:      func(_, at string) phrase { return say("live.extend", "Time", at) },
	workflow.Correct:     func(_, at string) phrase { return say("live.correct", "Time", at) },
	workflow.Close:       func(_, at string) phrase { return say("live.close", "Time", at) },
	workflow.Reopen:      func(_, at string) phrase { return say("live.reopen", "Time", at) },
	workflow.Cancel:      func(_, at string) phrase { return say("live.cancel", "Time", at) },
}

// happened tells what somebody did, as far as the page shows it.
func (o *openResponse) happened(n models.Notice) error {
	if words, moved := moves[workflow.Act(n.Act)]; moved {
		return o.moved(n, words)
	}
	mine := o.record != nil && n.Record == *o.record
	switch {
	case mine && n.Record != "" && n.Act == "delete":
		return o.gone(n)
	case o.record == nil || mine:
		return o.changed(n)
	default:
		return nil
	}
}

func (o *openResponse) moved(n models.Notice, words func(name, at string) phrase) error {
	if err := o.still(); err != nil {
		return err
	}
	name, err := o.subject(n)
	if err != nil {
		return err
	}
	return o.tellMove(words(name, o.in.hour(n.At)), o.locked())
}

// tellMove says what happened, and what it means for who has the page open.
func (o *openResponse) tellMove(words phrase, locked bool) error {
	told, err := o.move(words, locked)
	if err != nil {
		return err
	}
	return o.send("moved", told)
}

func (o *openResponse) move(words phrase, locked bool) (told moveTold, err error) {
	told.Locked = locked
	switch {
	case locked && o.editable:
		words = say("live.locked", "What", words)
	case !locked && !o.editable:
		words = say("live.unlocked", "What", words)
	}
	told.Words, err = o.in.text(words)
	return told, err
}

func (o *openResponse) gone(n models.Notice) error {
	name, err := o.subject(n)
	if err != nil {
		return err
	}
	return o.tellMove(say("live.deleted", "Name", name, "Time", o.in.hour(n.At)), true)
}

func (o *openResponse) changed(n models.Notice) (err error) {
	told := changeTold{Record: n.Record, Cell: n.Cell, Version: n.Version, Mine: n.By == o.who.Person.ID}
	name, err := o.in.text(o.doer(n))
	if err != nil {
		return err
	}
	if told.Done, err = o.in.text(say("live.changed", "Name", name, "Time", o.in.hour(n.At))); err != nil {
		return err
	}
	if told.Waits, err = o.in.text(say("live.waits", "Name", name, "Time", o.in.hour(n.At))); err != nil {
		return err
	}
	return o.send("saved", told)
}

// doer is what somebody is called who did something.
func (o *openResponse) doer(n models.Notice) phrase {
	if n.By == o.who.Person.ID {
		return say("live.by_you")
	}
	return o.called(n)
}

// subject is somebody at the beginning of a sentence.
func (o *openResponse) subject(n models.Notice) (string, error) {
	name, err := o.in.text(o.doer(n))
	return capital(name), err
}

// now tells how things are: what happened before the line was open, or while it
// was broken, is seen from that.
func (o *openResponse) now() error {
	told, err := o.state()
	if err != nil {
		return err
	}
	return o.send("now", told)
}

func (o *openResponse) state() (told stateTold, err error) {
	if o.locked() && o.editable {
		told.moveTold, err = o.move(say("live.meanwhile"), true)
	}
	if err != nil || o.record == nil {
		return told, err
	}
	ctx, scope, id := o.c.Request.Context(), o.who.Scope(), o.about.Response.ID
	if *o.record != "" {
		r, err := o.s.Store.Record(ctx, scope, id, *o.record)
		if err != nil && !errors.Is(err, models.ErrNotFound) {
			return told, err
		}
		if r.DeletedAt != nil {
			told.moveTold, err = o.move(say("live.was_deleted"), true)
			return told, err
		}
	}
	cells, err := o.s.Store.Cells(ctx, scope, id, *o.record)
	told.Cells = make(map[string]int, len(cells))
	for _, c := range cells {
		told.Cells[c.Question] = c.Version
	}
	return told, err
}

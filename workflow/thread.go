package workflow

import (
	"context"
	"fmt"
	"slices"

	"ahq/models"
)

// StartThread asks about one cell of the version in force. What is said there
// stays between those who asked and the NCP.
func (w *Workflow) StartThread(ctx context.Context, by Actor, id models.ResponseID, at Place, text string) (models.Thread, error) {
	return perform(ctx, w, by, StartThread, given{id, at, text}, func(t *turn) (none models.Thread, err error) {
		r, a, err := t.lockResponse(ctx, id, StartThread)
		if err != nil {
			return none, err
		}
		if err := askable(a, r); err != nil {
			return none, err
		}
		v, err := t.Version(ctx, t.by.Scope(), id, r.InForce)
		if err != nil {
			return none, err
		}
		if err := checkDelivered(a, v, at); err != nil {
			return none, err
		}
		thread := models.Thread{
			ID: models.NewID[models.ThreadID](), ResponseID: id, Number: v.Number, RecordID: at.Record, Question: at.Question, BeganAt: t.now,
		}
		if err := t.CreateThread(ctx, &thread); err != nil {
			return none, err
		}
		return t.talk(a, r, thread, v).say(ctx, StartThread, models.AskerSide, text)
	})
}

// askable is nil when there is something to ask about.
func askable(a models.AHQ, r models.Response) error {
	if err := talkable(a, StartThread); err != nil {
		return err
	}
	if r.InForce == 0 {
		return refuse(StartThread, "no version is in force that could be asked about: wait until the NCP submits")
	}
	return nil
}

// talkable is nil while something can be said about an AHQ. What was said before can
// be settled even after it was cancelled: else it stood open for ever.
func talkable(a models.AHQ, act Act) error {
	if a.State == models.Cancelled {
		return refuse(act, "nothing can be asked or said any more: %s", stands[string(a.State)])
	}
	return nil
}

// Say adds to a thread. Whoever says something takes back that it was settled,
// on both sides: there is something new to read.
func (w *Workflow) Say(ctx context.Context, by Actor, id models.ThreadID, text string) (models.Thread, error) {
	return perform(ctx, w, by, Say, given{id, text}, func(t *turn) (models.Thread, error) {
		talk, err := t.openThread(ctx, id, Say)
		if err != nil {
			return talk.thread, err
		}
		if err := talkable(talk.ahq, Say); err != nil {
			return talk.thread, err
		}
		talk.thread.AskerSettled, talk.thread.NCPSettled = nil, nil
		return talk.say(ctx, Say, talk.sides()[0], text)
	})
}

// Settle says that nothing is left to be said, for the side that the actor is
// on. A thread is closed once both sides say so.
func (w *Workflow) Settle(ctx context.Context, by Actor, id models.ThreadID) (models.Thread, error) {
	return perform(ctx, w, by, Settle, given{id}, func(t *turn) (models.Thread, error) {
		talk, err := t.openThread(ctx, id, Settle)
		if err != nil {
			return talk.thread, err
		}
		before := talk.thread
		for _, side := range talk.sides() {
			talk.settle(side)
		}
		if before.AskerSettled == talk.thread.AskerSettled && before.NCPSettled == talk.thread.NCPSettled {
			return talk.thread, nil // they said so before
		}
		if err := t.SaveThread(ctx, &talk.thread); err != nil {
			return talk.thread, err
		}
		if err := talk.recorded(ctx, Settle); err != nil {
			return talk.thread, err
		}
		return talk.thread, talk.tell(ctx, letterSettled, talk.sides()[0], with{"Closed": talk.thread.Closed()})
	})
}

// openThread takes the response that a thread is about, if the actor may do that
// in it and it is not closed.
func (t *turn) openThread(ctx context.Context, id models.ThreadID, act Act) (talk, error) {
	thread, err := t.Thread(ctx, t.by.Scope(), id)
	if err != nil {
		return talk{}, err
	}
	r, a, err := t.lockResponse(ctx, thread.ResponseID, act)
	if err != nil {
		return talk{}, err
	}
	if thread, err = t.Thread(ctx, t.by.Scope(), id); err != nil {
		return talk{}, err
	}
	if thread.Closed() {
		return talk{thread: thread}, refuse(act, "both sides have settled this: start anew on the answer if there is more to ask")
	}
	v, err := t.Version(ctx, t.by.Scope(), r.ID, thread.Number)
	return t.talk(a, r, thread, v), err
}

// A talk is a thread in which somebody is about to say something.
type talk struct {
	*turn
	ahq      models.AHQ
	response models.Response
	thread   models.Thread
	about    string // as people know it
}

// talk about a cell of a version.
func (t *turn) talk(a models.AHQ, r models.Response, thread models.Thread, v models.Version) talk {
	return talk{t, a, r, thread, labelled(a, v, []Place{{thread.RecordID, thread.Question}})[0]}
}

// sides that the actor is on: whoever answers their own AHQ is on both.
func (t talk) sides() []models.Side {
	sides := SidesOf(t.by.PartsIn(t.ahq, t.response))
	if len(sides) == 0 {
		return []models.Side{models.AskerSide} // ahq itself
	}
	return sides
}

// SidesOf a thread that somebody with these parts is on.
func SidesOf(parts []Part) []models.Side {
	var sides []models.Side
	if May(StartThread, parts) {
		sides = append(sides, models.AskerSide)
	}
	if slices.Contains(parts, Coordinator) || slices.Contains(parts, Contributor) {
		sides = append(sides, models.NCPSide)
	}
	return sides
}

func (t *talk) settle(side models.Side) {
	if side == models.AskerSide && t.thread.AskerSettled == nil {
		t.thread.AskerSettled = &t.now
	}
	if side == models.NCPSide && t.thread.NCPSettled == nil {
		t.thread.NCPSettled = &t.now
	}
}

func (t talk) say(ctx context.Context, act Act, side models.Side, text string) (models.Thread, error) {
	text, err := said("/text", text)
	if err != nil {
		return t.thread, err
	}
	saying := models.Saying{
		ThreadID: t.thread.ID, Number: len(t.thread.Sayings) + 1, Side: side, Text: text, At: t.now,
		ByID: t.by.Person.ID, ByName: t.by.Person.Name,
	}
	if err := t.CreateSaying(ctx, saying); err != nil {
		return t.thread, err
	}
	if act == Say {
		if err := t.SaveThread(ctx, &t.thread); err != nil {
			return t.thread, err
		}
	}
	t.thread.Sayings = append(t.thread.Sayings, saying)
	if err := t.recorded(ctx, act); err != nil {
		return t.thread, err
	}
	return t.thread, t.tell(ctx, letterThread, side, with{"Text": text})
}

// recorded in the history of the response: that something was said, and about
// what.
func (t talk) recorded(ctx context.Context, act Act) error {
	return t.record(ctx, string(t.response.ID), act, models.EventData{Subject: t.about})
}

// tell the other side.
func (t talk) tell(ctx context.Context, id letterID, from models.Side, values with) error {
	values["By"], values["Cell"], values["NCP"] = t.by.Person.Name, t.about, t.called(ctx, t.response.NCP)
	l := ofResponse(id, t.ahq, t.response, values)
	l.path += "/threads/" + string(t.thread.ID)
	l.key = fmt.Sprintf("%s/%s/%d/%d", id, t.thread.ID, len(t.thread.Sayings), t.thread.Version)
	ncps := []string{t.response.NCP}
	if from == models.NCPSide {
		ncps, l.from = requestersOf(t.ahq), t.response.NCP
	}
	people, err := t.Coordinators(ctx, ncps...)
	if err != nil {
		return err
	}
	if people, err = t.withSpeakers(ctx, people, from); err != nil {
		return err
	}
	_, err = t.post(ctx, addressedTo(people, l, t.by.Person.ID))
	return err
}

// withSpeakers are also those who spoke on the other side, and still may.
func (t talk) withSpeakers(ctx context.Context, people []models.Person, from models.Side) ([]models.Person, error) {
	seen := map[models.PersonID]bool{}
	for _, s := range t.thread.Sayings {
		if s.Side == from || seen[s.ByID] {
			continue
		}
		seen[s.ByID] = true
		who, err := actor(ctx, t.Tx, s.ByID)
		if err != nil {
			return nil, err
		}
		if who.Person.BlockedAt == nil && May(Say, who.PartsIn(t.ahq, t.response)) {
			people = append(people, who.Person)
		}
	}
	return people, nil
}

// addressedTo each of these people once, but for one.
func addressedTo(people []models.Person, l letter, but models.PersonID) []addressed {
	var all []addressed
	seen := map[models.PersonID]bool{but: true}
	for _, p := range people {
		if !seen[p.ID] {
			seen[p.ID] = true
			all = append(all, addressed{l, p})
		}
	}
	return all
}

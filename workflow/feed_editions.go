package workflow

import (
	"context"
	"fmt"
	"strings"
	"time"

	"ahq/models"
)

// A Published edition is one that anybody may read, in the words of the day it
// was made.
type Published struct {
	ID        models.CompilationID
	Title     string
	Summary   string
	Requester string
	At        time.Time
}

// Key names an edition for as long as it is there, wherever ahq moves to.
func (p Published) Key() string { return "urn:ahq:edition:" + string(p.ID) }

// mostPublished is how many editions a feed tells of.
const mostPublished = 30

// Published are the public editions, the newest first.
func (w *Workflow) Published(ctx context.Context) ([]Published, error) {
	made, err := w.Store.PublicCompilations(ctx, models.Scope{}, mostPublished)
	if err != nil {
		return nil, err
	}
	all := make([]Published, len(made))
	for i, c := range made {
		words, err := w.frozenIn(ctx, c)
		if err != nil {
			return nil, err
		}
		all[i] = publishedAs(c, words)
	}
	return all, nil
}

func publishedAs(c models.Compilation, words models.Frozen) Published {
	asking := make([]string, len(words.AHQ.Requesters))
	for i, r := range words.AHQ.Requesters {
		asking[i] = words.Name(r.NCP)
	}
	who := strings.Join(asking, ", ")
	return Published{
		ID: c.ID, At: c.MadeAt, Requester: who,
		Title:   fmt.Sprintf("%s %s (%s), public edition %d", words.Texts.Prefix, words.AHQ.Topic, reference(words.AHQ), c.Number),
		Summary: fmt.Sprintf("Requested by %s. Compiled on %s.", who, longDay(Day(c.MadeAt))),
	}
}

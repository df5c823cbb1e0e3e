package workflow

import (
	"fmt"
	"slices"
	"strconv"

	"ahq/models"
	"ahq/workflow/document"
)

// document puts the whole together.
func (f filtered) document(p Printing) document.Document {
	f = f.ordered(p)
	layout := p.layout().does
	return document.Document{
		Title:    f.title(),
		Subject:  "AHQ " + reference(f.ahq),
		Author:   "EMN NCP " + f.names[lead(f.ahq)],
		Language: "en",
		Running:  f.running(),
		Made:     f.made,
		Manifest: f.manifest.text(),
		Blocks:   slices.Concat(f.front(layout.contents), f.glance(), f.changed(), layout.responses(f, p)),
	}
}

func (f filtered) title() string {
	return f.texts.Prefix + " " + f.ahq.Topic
}

// running stands at the top of every page.
func (f filtered) running() string {
	return fmt.Sprintf("AHQ %s · %s · %s", reference(f.ahq), f.ahq.Topic, f.edition())
}

// edition in words.
func (f filtered) edition() string {
	switch {
	case f.draft:
		return "DRAFT"
	case f.number == 0:
		return "Preview of the " + string(f.audience) + " edition"
	case f.audience == models.Public:
		return "Public edition " + strconv.Itoa(f.number)
	default:
		return "Internal edition " + strconv.Itoa(f.number)
	}
}

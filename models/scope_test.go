package models_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// people are who may ask, and as what.
var people = map[string]models.Scope{
	"nobody":   {},
	"belgium":  {NCPs: []string{"BE"}, Network: true},
	"france":   {NCPs: []string{"FR"}, Network: true},
	"norway":   {NCPs: []string{"NO"}, Leads: []string{"NO"}, Network: true}, // its coordinator, so the requester
	"reader":   {NCPs: []string{"NO"}, Network: true},                        // of Norway, so no requester
	"compiler": {Person: outsider},
	"itself":   all,
}

// a question gives back how many things there are to see.
type question func(context.Context, *models.Store, models.Scope) (int, error)

func list[T any](ask func(context.Context, *models.Store, models.Scope) ([]T, error)) question {
	return func(ctx context.Context, s *models.Store, in models.Scope) (int, error) {
		all, err := ask(ctx, s, in)
		return len(all), err
	}
}

// one thing is seen, or not found.
func one[T any](ask func(context.Context, *models.Store, models.Scope) (T, error)) question {
	return func(ctx context.Context, s *models.Store, in models.Scope) (int, error) {
		_, err := ask(ctx, s, in)
		if errors.Is(err, models.ErrNotFound) {
			return 0, nil
		}
		return 1, err
	}
}

// sights are what there is to see, and how much of it each person sees. Whom a
// row does not name sees nothing of it.
var sights = []struct {
	what string
	ask  question
	seen map[string]int
}{
	{"AHQs, also those not issued", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.AHQ, error) {
		return s.AHQs(c, in, models.AHQFilter{})
	}), map[string]int{"belgium": 1, "france": 1, "norway": 2, "reader": 1, "compiler": 2, "itself": 2}},

	{"NCPs that are chased", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Chased, error) {
		return s.ChasedNow(c, in)
	}), map[string]int{"norway": 1, "compiler": 1, "itself": 1}},

	{"NCPs that an AHQ chases", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Chased, error) {
		return s.Chased(c, in, query)
	}), map[string]int{"norway": 1, "compiler": 1, "itself": 1}},

	{"how Belgium is chased", one(func(c context.Context, s *models.Store, in models.Scope) (models.Chasing, error) {
		return s.Chasing(c, in, query, "BE")
	}), map[string]int{"belgium": 1, "norway": 1, "compiler": 1, "itself": 1}},

	{"how all are chased", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Chasing, error) {
		return s.Chasings(c, in, query)
	}), map[string]int{"belgium": 1, "norway": 1, "compiler": 1, "itself": 1}},

	{"reminders", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Reminder, error) {
		return s.Reminders(c, in, query, at)
	}), map[string]int{"norway": 1, "compiler": 1, "itself": 1}},

	{"AHQs that they launched or compile", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.AHQ, error) {
		return s.AHQs(c, in, models.AHQFilter{Asking: true})
	}), map[string]int{"norway": 2, "compiler": 2, "itself": 2}},

	{"an AHQ that is not issued", one(func(c context.Context, s *models.Store, in models.Scope) (models.AHQ, error) {
		return s.AHQ(c, in, unissued)
	}), map[string]int{"norway": 1, "compiler": 1, "itself": 1}},

	{"who was asked", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Addressee, error) {
		return s.Addressees(c, in, query)
	}), network},

	{"one who was asked", one(func(c context.Context, s *models.Store, in models.Scope) (models.Addressee, error) {
		return s.Addressee(c, in, query, "BE")
	}), network},

	{"corrigenda", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Corrigendum, error) {
		return s.Corrigenda(c, in, query)
	}), network},

	{"inquiries", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Inquiry, error) {
		return s.Inquiries(c, in, query)
	}), network},

	{"an inquiry", one(func(c context.Context, s *models.Store, in models.Scope) (models.Inquiry, error) {
		return s.Inquiry(c, in, "inquiry")
	}), network},

	{"files of an AHQ", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Attachment, error) {
		return s.Attachments(c, in, query)
	}), network},

	{"files of a response", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Attachment, error) {
		return s.ResponseAttachments(c, in, belgian)
	}), map[string]int{"belgium": 2, "norway": 1, "compiler": 1, "itself": 2}},

	{"a file of a response", one(func(c context.Context, s *models.Store, in models.Scope) (models.Attachment, error) {
		return s.Attachment(c, in, "poster")
	}), delivery},

	{"a file that was read into a draft", one(func(c context.Context, s *models.Store, in models.Scope) (models.Attachment, error) {
		return s.Attachment(c, in, "form")
	}), map[string]int{"belgium": 1, "itself": 1}},

	{"a file that was read into a draft that the requester enters", one(func(c context.Context, s *models.Store, in models.Scope) (models.Attachment, error) {
		return s.Attachment(c, in, "mailed")
	}), map[string]int{"norway": 1, "itself": 1}},

	{"a file on its way into a draft", one(func(c context.Context, s *models.Store, in models.Scope) (models.Upload, error) {
		return s.Upload(c, in, "upload")
	}), map[string]int{"belgium": 1, "itself": 1}},

	{"its bytes", one(func(c context.Context, s *models.Store, in models.Scope) ([]byte, error) {
		return s.UploadRaw(c, in, "upload")
	}), map[string]int{"belgium": 1, "itself": 1}},

	{"how many wait", func(c context.Context, s *models.Store, in models.Scope) (int, error) {
		return s.UnreadUploads(c, in, belgian)
	}, map[string]int{"belgium": 1, "itself": 1}},

	{"responses", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Response, error) {
		return s.Responses(c, in, query)
	}), map[string]int{"belgium": 1, "france": 1, "norway": 3, "compiler": 3, "itself": 3}},

	{"a response", one(func(c context.Context, s *models.Store, in models.Scope) (models.Response, error) {
		return s.Response(c, in, belgian)
	}), delivery},

	{"the response of an NCP", one(func(c context.Context, s *models.Store, in models.Scope) (models.Response, error) {
		return s.ResponseOf(c, in, query, "BE")
	}), delivery},

	{"what is due on the own desk", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Due, error) {
		return s.ResponsesDue(c, in, at)
	}), map[string]int{"belgium": 1, "france": 1, "itself": 3}},

	{"how far the parts of responses are", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Filled, error) {
		due, err := s.ResponsesDue(c, models.Scope{Unlimited: true}, at)
		if err != nil {
			return nil, err
		}
		return s.Filled(c, in, due)
	}), map[string]int{"belgium": 2, "france": 2, "norway": 2, "itself": 6}},

	{"who wrote in responses", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Writer, error) {
		due, err := s.ResponsesDue(c, models.Scope{Unlimited: true}, at)
		if err != nil {
			return nil, err
		}
		return s.Writers(c, in, due)
	}), map[string]int{"belgium": 1, "norway": 1, "itself": 2}},

	{"how many answered", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Tally, error) {
		return s.Tallies(c, in, []models.AHQID{query, unissued})
	}), map[string]int{"belgium": 1, "france": 1, "norway": 1, "compiler": 1, "itself": 1}},

	{"a draft", one(func(c context.Context, s *models.Store, in models.Scope) (models.DraftContent, error) {
		return s.Draft(c, in, belgian)
	}), map[string]int{"belgium": 1, "itself": 1}},

	{"a draft that the requester enters", one(func(c context.Context, s *models.Store, in models.Scope) (models.DraftContent, error) {
		return s.Draft(c, in, swedish)
	}), map[string]int{"norway": 1, "itself": 1}},

	{"a record", one(func(c context.Context, s *models.Store, in models.Scope) (models.Record, error) {
		return s.Record(c, in, belgian, "r1")
	}), map[string]int{"belgium": 1, "itself": 1}},

	{"a cell", one(func(c context.Context, s *models.Store, in models.Scope) (models.Cell, error) {
		return s.Cell(c, in, belgian, "r1", "title")
	}), map[string]int{"belgium": 1, "itself": 1}},

	{"cells", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Cell, error) {
		return s.Cells(c, in, belgian, "r1")
	}), map[string]int{"belgium": 1, "itself": 1}},

	{"what a cell said", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.CellText, error) {
		return s.CellTexts(c, in, swedish, "r1", "title")
	}), map[string]int{"norway": 1, "itself": 1}},

	{"progress", func(c context.Context, s *models.Store, in models.Scope) (int, error) {
		all, err := s.Progress(c, in, query)
		return len(all), err
	}, map[string]int{"belgium": 1, "france": 1, "norway": 3, "compiler": 3, "itself": 3}},

	{"how drafts lie over their parts", func(c context.Context, s *models.Store, in models.Scope) (int, error) {
		all, err := s.Spreads(c, in, query)
		return len(all), err
	}, map[string]int{"belgium": 1, "france": 1, "norway": 3, "compiler": 3, "itself": 3}},

	{"arrivals", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Arrival, error) {
		return s.Arrivals(c, in, query)
	}), map[string]int{"belgium": 1, "france": 1, "norway": 2, "compiler": 2, "itself": 2}},

	{"threads", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Thread, error) {
		return s.Threads(c, in, belgian)
	}), delivery},

	{"open threads", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Thread, error) {
		return s.OpenThreads(c, in, query)
	}), delivery},

	{"a thread", one(func(c context.Context, s *models.Store, in models.Scope) (models.Thread, error) {
		return s.Thread(c, in, "thread")
	}), delivery},

	{"versions", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Version, error) {
		return s.Versions(c, in, belgian)
	}), delivery},

	{"a version", one(func(c context.Context, s *models.Store, in models.Scope) (models.Version, error) {
		return s.Version(c, in, belgian, 1)
	}), delivery},

	{"versions in force", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Delivered, error) {
		return s.VersionsInForce(c, in, query)
	}), map[string]int{"belgium": 1, "france": 1, "norway": 2, "compiler": 2, "itself": 2}},

	{"the version in force of one", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Delivered, error) {
		return s.VersionsInForce(c, in, query, belgian)
	}), delivery},

	{"editions", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Compilation, error) {
		return s.Compilations(c, in, query)
	}), map[string]int{"nobody": 1, "belgium": 2, "france": 2, "norway": 2, "reader": 2, "compiler": 2, "itself": 2}},

	{"the internal edition", one(func(c context.Context, s *models.Store, in models.Scope) (models.Compilation, error) {
		return s.Compilation(c, in, internal)
	}), network},

	{"the internal edition, by what is in it", one(func(c context.Context, s *models.Store, in models.Scope) (models.Compilation, error) {
		return s.CompilationByHash(c, in, query, models.Internal, "same")
	}), network},

	{"what is in the internal edition", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Delivered, error) {
		all, err := s.DeliveredIn(c, in, internal)
		if errors.Is(err, models.ErrNotFound) {
			return nil, nil
		}
		return all, err
	}), map[string]int{"belgium": 2, "france": 2, "norway": 2, "reader": 2, "compiler": 2, "itself": 2}},

	{"what is in the public edition", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Delivered, error) {
		return s.DeliveredIn(c, in, public)
	}), map[string]int{"nobody": 2, "belgium": 2, "france": 2, "norway": 2, "reader": 2, "compiler": 2, "itself": 2}},

	{"what happened to an AHQ", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Event, error) {
		return s.Events(c, in, string(query))
	}), map[string]int{"belgium": 1, "france": 1, "norway": 2, "reader": 1, "compiler": 2, "itself": 2}},

	{"what happened to a response", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Event, error) {
		return s.Events(c, in, string(belgian))
	}), map[string]int{"belgium": 2, "norway": 1, "compiler": 1, "itself": 2}},

	{"what happened to a response last", one(func(c context.Context, s *models.Store, in models.Scope) (models.Event, error) {
		return s.LastEvent(c, in, string(belgian))
	}), delivery},

	{"what happened to a draft that the requester enters", list(func(c context.Context, s *models.Store, in models.Scope) ([]models.Event, error) {
		return s.Events(c, in, string(swedish))
	}), map[string]int{"norway": 1, "itself": 1}},
}

var (
	// network: what all see who belong to it, and who asks.
	network = map[string]int{"belgium": 1, "france": 1, "norway": 1, "reader": 1, "compiler": 1, "itself": 1}
	// delivery: what is between Belgium and who asked.
	delivery = map[string]int{"belgium": 1, "norway": 1, "compiler": 1, "itself": 1}
)

func TestWhoSeesWhat(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, sight := range sights {
			for who, in := range people {
				n, err := sight.ask(t.Context(), store, in)
				if err != nil || n != sight.seen[who] {
					t.Errorf("%s sees %d of %s, want %d (%v)", who, n, sight.what, sight.seen[who], err)
				}
			}
		}
	})
}

func TestWithheldContentIsNotInAPublicEdition(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for id, want := range map[models.CompilationID]string{internal: "BE FR", public: "BE withheld"} {
			var got []string
			for _, d := range must[[]models.Delivered](t)(store.DeliveredIn(t.Context(), all, id)) {
				told := d.Content.NCP
				if d.Withheld {
					told += "withheld"
				}
				got = append(got, told)
				if d.Hash == "" || d.NCP == "" || d.State != "" {
					t.Errorf("%s: %+v: the version's hash and the NCP belong to an edition, the state of the response does not", id, d)
				}
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s has the content of %q, want %q", id, got, want)
			}
		}
	})
}

// Whatever is about an AHQ is asked for with a scope: a new question cannot
// forget it.
func TestEveryQuestionTakesAScope(t *testing.T) {
	scope := reflect.TypeFor[models.Scope]()
	scoped := []reflect.Type{
		reflect.TypeFor[models.AHQ](), reflect.TypeFor[models.Addressee](), reflect.TypeFor[models.Corrigendum](),
		reflect.TypeFor[models.Inquiry](), reflect.TypeFor[models.Attachment](), reflect.TypeFor[models.Response](),
		reflect.TypeFor[models.DraftContent](), reflect.TypeFor[models.Record](), reflect.TypeFor[models.Cell](),
		reflect.TypeFor[models.CellText](), reflect.TypeFor[models.Progress](), reflect.TypeFor[models.Spread](), reflect.TypeFor[models.Arrival](), reflect.TypeFor[models.Thread](), reflect.TypeFor[models.Version](),
		reflect.TypeFor[models.Delivered](), reflect.TypeFor[models.Event](), reflect.TypeFor[models.Compilation](),
	}
	asked := 0
	for m := range reflect.TypeFor[*models.Store]().Methods() {
		if m.Type.NumOut() == 0 {
			continue
		}
		answer := m.Type.Out(0)
		if answer.Kind() == reflect.Slice || answer.Kind() == reflect.Map {
			answer = answer.Elem()
		}
		if !slices.Contains(scoped, answer) {
			continue
		}
		asked++
		if m.Type.NumIn() < 3 || m.Type.In(2) != scope {
			t.Errorf("Store.%s gives a %s without asking who wants it", m.Name, answer.Name())
		}
	}
	if asked < len(scoped) {
		t.Errorf("only %d questions were looked at", asked)
	}
}

package workflow

import (
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestANameIsOneLineThatCanBeKept(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		for _, give := range []struct {
			what, at string
			name     func(string) error
		}{
			{"a token", "/name", func(name string) error {
				_, _, err := w.CreateToken(w.ctx, w.as("BE reader"), name, 0)
				return err
			}},
			{"a person", "/name", func(name string) error {
				_, _, err := w.Invite(w.ctx, w.as("administrator"), NewPerson{Name: name, Email: "new@ahq.example"})
				return err
			}},
			{"a participant", "/name", func(name string) error {
				return w.SaveNCP(w.ctx, w.as("administrator"), models.NCP{Code: "SE", Name: name, Role: models.Member})
			}},
			{"an alias", "/aliases/0", func(name string) error {
				return w.SaveNCP(w.ctx, w.as("administrator"), models.NCP{Code: "FI", Name: "Finland", Aliases: []string{name}, Role: models.Member})
			}},
		} {
			t.Run(give.what, func(t *testing.T) {
				w := w.in(t)
				for _, name := range []string{"", " ", "two\nlines", "a\x00b", "\xff", strings.Repeat("x", longestName+1)} {
					w.expect(give.name(name), give.at)
				}
				w.must(give.name(" " + strings.Repeat("x", longestName) + " "))
			})
		}
	})
}

func TestAReasonIsAsLongAsItCanBeRead(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.answered(a, "BE")
		norway := w.as("NO coordinator")
		for _, why := range []string{"", "a\x00b", "\xff", strings.Repeat("x", longestWords+1)} {
			_, err := w.Cancel(w.ctx, norway, a.ID, why)
			w.expect(err, "/why")
			_, err = w.Correct(w.ctx, norway, a.ID, models.Wording{Topic: "another"}, why)
			w.expect(err, "/why")
			if why == "" {
				continue
			}
			_, err = w.Correct(w.ctx, norway, a.ID, models.Wording{Labels: map[string]string{"policy": why}}, "it was unclear")
			w.expect(err, "/labels/policy")
			_, err = w.Compile(w.ctx, norway, a.ID, models.Internal, why)
			w.expect(err, "/early")
			_, err = w.NameCompilers(w.ctx, norway, a.ID, []models.PersonID{models.PersonID(why)})
			w.expect(err, "/persons/0")
		}
	})
}

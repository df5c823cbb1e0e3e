package handlers

import (
	"strings"
	"testing"

	"ahq/models"
)

func TestWhoMayHaveAnEdition(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		internal, public := editionURL(w.edition(models.Internal)), editionURL(w.edition(models.Public))
		const secret = "many people came"
		for _, c := range []struct {
			what, who, path string
			code            int
			says, lacks     string
		}{
			{"the public, the public edition", "nobody", public + "/download/html", 200, "Belgium", secret},
			{"as a table", "nobody", public + "/download/csv", 200, "NCP code", secret},
			{"as data", "nobody", public + "/download/json", 200, "BE", secret},
			{"to look at", "nobody", public + "/preview", 200, "Belgium", secret},
			{"the public, the internal one", "nobody", internal + "/download/html", 303, "", secret},
			{"nor to look at", "nobody", internal + "/preview", 303, "", secret},
			{"nor one that is not there", "nobody", "/editions/none/download/html", 303, "", secret},
			{"an NCP, the internal one", finland, internal + "/download/html", 200, secret, "never"},
			{"an NCP, the public one", finland, public + "/download/html", 200, "Belgium", secret},
			{"an administrator, the internal one", admin, internal + "/download/html", 404, "", secret},
			{"in a format that there is not", finland, internal + "/download/exe", 404, "", secret},
			{"what is in it, to an NCP", finland, public, 200, "Withheld", secret},
			{"without ways to the responses", finland, public, 200, "Version 1", "/versions/1"},
			{"which a compiler has", "the compiler", public, 200, "/versions/1", secret},
		} {
			t.Run(c.what, func(t *testing.T) {
				a := w.visit(visit{what: c.what, who: c.who, path: c.path, code: c.code})
				if !strings.Contains(a.Body, c.says) || strings.Contains(a.Body, c.lacks) {
					t.Errorf("it should have %q and lack %q:\n%s", c.says, c.lacks, a.Body)
				}
			})
		}
	})
}

func TestAnEditionIsSafeToOpen(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderYes)
		edition := editionURL(w.edition(models.Public))
		for _, c := range []struct{ format, media string }{
			{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
			{"html", "text/html; charset=utf-8"},
			{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
			{"csv", "text/csv; charset=utf-8"},
			{"json", "application/json"},
		} {
			a := w.as("nobody").get(edition + "/download/" + c.format)
			name := a.Get("Content-Disposition")
			if !strings.HasPrefix(name, "attachment;") || !strings.Contains(name, "."+c.format) || a.Get("Content-Type") != c.media || a.Body == "" {
				t.Errorf("%s: %q as %q", c.format, a.Get("Content-Type"), name)
			}
		}
		policy := w.as("nobody").get(edition + "/preview").Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "style-src 'sha256-", "sandbox", "form-action 'none'"} {
			if !strings.Contains(policy, want) || strings.Contains(policy, "script") {
				t.Errorf("the preview is shown under %q", policy)
			}
		}
	})
}

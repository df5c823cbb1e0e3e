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

func TestAnEditionSaysHowFarItIsPrinted(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		c := w.edition(models.Internal)
		at := editionURL(c)
		page := w.as(finland).page(at)
		checkStructure(t, page)
		for _, want := range []string{"0 of its 9 usual files are printed", "Look again", `/progress.js"`} {
			if !strings.Contains(page, want) {
				t.Errorf("the page does not have %q:\n%s", want, page)
			}
		}
		w.as(finland).get(at + "/download/docx")
		part := w.as(finland).page(at + "/progress")
		if !strings.Contains(part, "1 of its 9 usual files") || strings.Count(part, "Ready") != 1 || strings.Contains(part, "<html") {
			t.Errorf("the part reads\n%s", part)
		}
		for _, format := range []string{"docx", "pdf", "html", "xlsx", "csv", "json"} {
			w.as(finland).get(at + "/download/" + format)
			w.as(finland).get(at + "/file?layout=question&format=" + format)
		}
		page = w.as(finland).page(at)
		if strings.Contains(page, "<progress") || strings.Contains(page, "Look again") || strings.Contains(page, "progress.js") {
			t.Errorf("all is printed, and it still looks:\n%s", page)
		}
		w.visit(visit{what: "who may not see it", who: admin, path: at + "/progress", code: 404})
	})
}

func TestAPreviewStandsInAFrame(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		const secret, how = "many people came", "layout=question&order=role&records=none"
		for _, c := range []struct{ who, path, frame string }{
			{"the compiler", w.at("compile") + "?audience=public&" + how, w.at("compile/preview") + "?audience=public&"},
			{finland, editionURL(w.edition(models.Public)) + "?" + how, "/preview?"},
		} {
			a := w.visit(visit{who: c.who, path: c.path, code: 200, says: "Open it by itself"})
			checkStructure(t, a.Body)
			if policy := a.Get("Content-Security-Policy"); !strings.Contains(policy, "frame-src 'self'") || !strings.Contains(policy, "frame-ancestors 'none'") {
				t.Errorf("the page is shown under %q", policy)
			}
			frame := readPage(t, a.Body).first("iframe")
			if frame == nil || !strings.Contains(attr(frame, "src"), c.frame) || !has(frame, "sandbox") || attr(frame, "sandbox") != "" || attr(frame, "title") == "" {
				t.Fatalf("there is no frame as it should be:\n%s", a.Body)
			}
			shown := w.as(c.who).get(attr(frame, "src"))
			if shown.Code != 200 || strings.Contains(shown.Body, secret) || !strings.Contains(shown.Get("Content-Security-Policy"), "frame-ancestors 'self'") {
				t.Errorf("in the frame: %d under %q\n%s", shown.Code, shown.Get("Content-Security-Policy"), words(shown.Body))
			}
		}
		if page := w.as("the compiler").get(w.at()); strings.Contains(page.Get("Content-Security-Policy"), "frame-src") {
			t.Error("another page may have frames too")
		}
	})
}

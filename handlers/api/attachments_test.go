package api_test

import (
	"net/http"
	"strings"
	"testing"

	"ahq/handlers/api"
	"ahq/models/modelstest"
)

func TestAFileComesAndGoes(t *testing.T) {
	each(t, func(w *world) {
		for _, beside := range []struct {
			what, who, path string
			others          map[string]int // what those get who ask for the file
		}{
			{"the AHQ", "the Norwegian coordinator", w.asked("attachments"), map[string]int{
				belgian: 200, "the compiler": 200, "the administrator": 404, nobody: 401,
			}},
			{"Belgium's draft", "the Belgian contributor", w.at("attachments"), map[string]int{
				"the Belgian reader": 200, "the Finnish coordinator": 404, "the administrator": 404, nobody: 401,
			}},
		} {
			client := w.as(beside.who)
			added := client.with("Idempotency-Key", "a file beside "+beside.what).post(beside.path, form("file", "été 2016.txt", "a table")).want(201)
			file := as[api.Attachment](added)
			if file.Name != "été 2016.txt" || file.Size != 7 || file.MediaType != "text/plain" || added.Header.Get("Location") != file.File {
				t.Errorf("beside %s stands %+v, at %s", beside.what, file, added.Header.Get("Location"))
			}
			again := as[api.Attachment](client.with("Idempotency-Key", "a file beside "+beside.what).post(beside.path, form("file", "été 2016.txt", "a table")).want(201))
			if list := as[api.Attachments](client.get(beside.path).want(200)); again != file || len(list.Attachments) != 1 || list.Attachments[0] != file {
				t.Errorf("sent again it is %+v, and beside %s stand %+v", again, beside.what, list)
			}
			at := strings.TrimPrefix(file.File, api.Prefix)
			for who, code := range beside.others {
				w.as(who).get(at).want(code)
			}
			got := client.get(at).want(200)
			if string(got.body) != "a table" || got.Header.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(got.Header.Get("Content-Disposition"), "attachment;") {
				t.Errorf("it comes as %q, %v", got.body, got.Header)
			}
			for range 2 {
				client.with("Idempotency-Key", "away from "+beside.what).send("DELETE", beside.path+"/"+string(file.ID), "").want(204)
			}
			client.get(at).want(404)
			client.get(beside.path).want(200).says(`"attachments":[]`)
		}
	})
}

func TestAFileIsRemovedFromWhereItIs(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	file := as[api.Attachment](w.as(belgian).post(w.at("attachments"), form("file", "a.txt", "a")).want(201))
	w.as("the Norwegian coordinator").send("DELETE", w.asked("attachments", string(file.ID)), "").want(404)
	w.as(belgian).get(w.at("attachments")).want(200).says(string(file.ID))
}

func TestAFormThatIsNoneIsSaidToBeNone(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	whole := form("file", "a.txt", "a")
	for _, c := range []struct {
		when, media, body string
		code              int
		says              string
	}{
		{"it is JSON", "application/json", `{"file": "a"}`, 415, "multipart/form-data"},
		{"nothing is said of it", " ", whole, 415, "multipart/form-data"},
		{"it has no boundary", "multipart/form-data", whole, 400, "boundary"},
		{"it has another boundary", "multipart/form-data; boundary=start", whole, 422, "no file"},
		{"it has no field", "", "--end--\r\n", 422, "no file"},
		{"it is empty", "multipart/form-data; boundary=end", "", 422, "no file"},
		{"it has another field", "", form("table", "a.txt", "a"), 422, "into the field file"},
		{"its file has no name", "", form("file", "", "a"), 422, "name"},
		{"its file is called something that is no name", "", form("file", "...", "a"), 422, "name"},
		{"it is broken off", "", whole[:len(whole)-9], 400, "whole"},
		{"its file is too large", "", form("file", "a.txt", strings.Repeat("a", 20<<20+1)), 422, "20 MB"},
	} {
		t.Run(c.when, func(t *testing.T) {
			client := w.as(belgian)
			if c.media != "" {
				client = client.with("Content-Type", c.media)
			}
			a := client.post(w.at("attachments"), c.body)
			a.t = t
			a.want(c.code).says(c.says)
		})
	}
	w.as(belgian).get(w.at("attachments")).want(200).says(`"attachments":[]`)
}

func TestAFileKeepsItsBytesWhateverItIsCalled(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	page := form("file", "../../<script>.html", "<script>alert(1)</script>")
	file := as[api.Attachment](w.as(belgian).post(w.at("attachments"), strings.Replace(page, "text/plain", "text/html", 1)).want(201))
	if file.Name != "script.html" {
		t.Errorf("it is called %q", file.Name)
	}
	got := w.as(belgian).get(strings.TrimPrefix(file.File, api.Prefix)).want(http.StatusOK)
	if got.Header.Get("X-Content-Type-Options") != "nosniff" || got.Header.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("a browser would show it: %v", got.Header)
	}
}

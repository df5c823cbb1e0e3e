package api_test

import (
	"strings"
	"testing"

	"ahq/handlers/api"
)

func TestAProgramKeepsHooks(t *testing.T) {
	each(t, func(w *world) {
		who := w.as(belgian)
		text := `{"name": "a registry", "url": "https://receiver.example/", "ncp": "BE", "events": ["response.submitted", "ahq.closed"]}`
		made := as[api.HookWithSecret](who.post("/hooks", text).want(201))
		at := "/hooks/" + string(made.ID)
		if !strings.HasPrefix(made.Secret, "whsec_") || len(made.Events) != 2 {
			t.Errorf("made is %+v", made)
		}
		read := who.get(at).want(200)
		if strings.Contains(string(read.body), made.Secret) {
			t.Error("its secret is told again")
		}
		who.post("/hooks", strings.Replace(text, "https", "http", 1)).want(422)
		who.post("/hooks", strings.Replace(text, "receiver.example", "127.0.0.1", 1)).want(422)
		who.post("/hooks", strings.Replace(text, `"BE"`, `"DK"`, 1)).want(422)
		changed := strings.Replace(text, "a registry", "an archive", 1)
		who.with("If-Match", read.Header.Get("ETag")).put(at, changed).want(200)
		who.with("If-Match", read.Header.Get("ETag")).put(at, changed).want(412)
		if rotated := as[api.HookWithSecret](who.post(at+"/rotate", "").want(200)); rotated.Secret == made.Secret || rotated.OldUntil == nil {
			t.Errorf("rotated it is %+v", rotated)
		}
		w.submitted()
		who.post(at+"/test", "").want(204)
		told := as[api.Deliveries](who.get(at + "/deliveries").want(200)).Deliveries
		if len(told) != 2 {
			t.Fatalf("it was told %+v", told)
		}
		again := as[api.Delivery](who.post(at+"/deliveries/"+string(told[0].ID)+"/again", "").want(200))
		if again.ID != told[0].ID || again.NextAt == nil {
			t.Errorf("once more it is %+v", again)
		}
		if off := as[api.Hook](who.post(at+"/off", "").want(200)); off.OffAt == nil {
			t.Error("it is not off")
		}
		if on := as[api.Hook](who.post(at+"/on", "").want(200)); on.OffAt != nil || on.Name != "an archive" {
			t.Errorf("switched on it is %+v", on)
		}
		if all := as[api.Hooks](who.get("/hooks").want(200)); len(all.Hooks) != 1 {
			t.Errorf("it keeps %d", len(all.Hooks))
		}
		if all := as[api.Hooks](w.as("the Austrian coordinator").get("/hooks").want(200)); len(all.Hooks) != 0 {
			t.Errorf("Austria sees %d", len(all.Hooks))
		}
	})
}

package api_test

import (
	"testing"

	"ahq/handlers/api"
)

func TestAnAdministratorLooksAfterPeople(t *testing.T) {
	each(t, func(w *world) {
		administrator := w.as("the administrator")
		body := `{"name": "a Finnish office", "email": "Office@ahq.example", "memberships": [{"ncp": "FI", "role": "reader"}]}`
		invited := as[api.Invited](administrator.with("Idempotency-Key", "invite").post("/people", body).want(201).silent("password"))
		if invited.Link == "" || !invited.Person.Invited || len(invited.Memberships) != 1 || invited.Email != "office@ahq.example" {
			t.Errorf("invited %+v", invited)
		}
		if again := as[api.Invited](administrator.with("Idempotency-Key", "invite").post("/people", body).want(201)); again.ID != invited.ID || again.Link != "" {
			t.Errorf("invited again %+v", again)
		}
		administrator.post("/people", body).want(422).says(`"/email"`)
		at := "/people/" + string(invited.ID)
		administrator.put(at+"/memberships", `{"memberships": [{"ncp": "BE", "role": "contributor"}]}`).want(200).says(`"contributor"`).silent(`"FI"`)
		administrator.put(at+"/memberships", `{"memberships": [{"ncp": "BE", "role": "king"}]}`).want(422).says(`"/memberships/0/role"`)
		administrator.put(at+"/memberships", `{}`).want(422).says(`"/memberships"`)
		administrator.post(at+"/block", "").want(200).says("blocked_at")
		administrator.post(at+"/unblock", "").want(200).silent("blocked_at")
		administrator.get(at).want(200).says("a Finnish office")
		administrator.get("/people").want(200).says(string(invited.ID)).silent(`"id":"ahq"`)
		administrator.post("/people/ahq/block", "").want(404)
		administrator.get("/people/ahq").want(404)
		administrator.post("/people/"+string(w.actor("the administrator").Person.ID)+"/block", "").want(409).says("another administrator")
		administrator.get("/outbox?limit=200").want(200).says("office@ahq.example")
		w.as(belgian).get("/outbox").want(404)
	})
}

func TestAnAdministratorLooksAfterParticipants(t *testing.T) {
	each(t, func(w *world) {
		administrator := w.as("the administrator")
		added := administrator.post("/ncps", `{"code": "HR", "name": "Croatia", "role": "member", "from": "2013-07-01"}`).want(201)
		if at := added.Header.Get("Location"); at != "/api/v1/ncps/HR" {
			t.Errorf("it is at %q", at)
		}
		administrator.post("/ncps", `{"code": "HR", "name": "Croatia", "role": "member"}`).want(409).says(`"/code"`)
		tag := w.as(belgian).get("/ncps/HR").want(200).Header.Get("ETag")
		administrator.put("/ncps/HR", `{"name": "Croatia", "role": "observer"}`).want(428)
		administrator.with("If-Match", tag).put("/ncps/HR", `{"name": "Croatia", "role": "observer", "aliases": ["Hrvatska"]}`).want(200).says("Hrvatska")
		administrator.with("If-Match", tag).put("/ncps/HR", `{"name": "Croatia", "role": "member"}`).want(412)
		for _, never := range []string{`"0"`, `"-1"`, `"7"`} {
			administrator.with("If-Match", never).put("/ncps/HR", `{"name": "Croatia", "role": "member"}`).want(412)
		}
		administrator.with("If-Match", `"0"`).put("/ncps/SE", `{"name": "Sweden", "role": "member"}`).want(404)
		administrator.post("/ncps", `{"code": "SE", "name": "Sweden", "role": "member", "from": "now"}`).want(422).says(`"/from"`)
		w.as(belgian).get("/ncps").want(200).says("Hrvatska")
	})
}

func TestARequesterNamesWhoCompiles(t *testing.T) {
	each(t, func(w *world) {
		norway := w.as("the Norwegian coordinator")
		w.as(belgian).get(w.asked("compilers")).want(200).says("the compiler").silent("@")
		own := as[api.Candidates](norway.get(w.asked("candidates")).want(200)).Candidates
		if len(own) != 2 {
			t.Errorf("those could compile: %+v", own)
		}
		norway.put(w.asked("compilers"), `{"persons": [], "emails": ["The.Belgian.reader@ahq.example "]}`).want(200)
		named := as[api.NamedCompilers](norway.get(w.asked("compilers")).want(200)).Compilers
		if len(named) != 1 || named[0].Name != "the Belgian reader" {
			t.Errorf("those compile: %+v", named)
		}
		norway.put(w.asked("compilers"), `{"persons": [], "emails": ["nobody@ahq.example"]}`).want(422).says(`"/emails/0"`)
		w.as(belgian).put(w.asked("compilers"), `{"persons": [], "emails": ["nobody@ahq.example"]}`).want(403)
		norway.put(w.asked("compilers"), `{}`).want(422).says(`"/persons"`)
		norway.put(w.asked("compilers"), `{"persons": []}`).want(200)
		norway.get(w.asked("compilers")).want(200).says(`"compilers":[]`)
	})
}

package api_test

import (
	"testing"
	"time"

	"ahq/handlers/api"
	"ahq/models"
)

func TestARecordIsCopiedAndMoved(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		belgium := w.as("the Belgian contributor")
		at := w.at("records", "r1")
		copied := belgium.with("Idempotency-Key", "copy").post(at+"/duplicate", `{"follow_up": true}`).want(201)
		again := belgium.with("Idempotency-Key", "copy").post(at+"/duplicate", `{"follow_up": true}`).want(201)
		if copied.Header.Get("Location") != api.Prefix+w.at("records", "r2") || string(copied.body) != string(again.body) {
			t.Errorf("the copy is at %q, then %s", copied.Header.Get("Location"), again.body)
		}
		belgium.get(w.at("records", "r2", "cells", "success")).want(200).says("many came")
		belgium.post(at+"/duplicate", `{}`).want(201)
		belgium.get(w.at("records", "r3", "cells", "success")).want(200).silent("many came")
		order := func(want ...string) {
			t.Helper()
			rows := as[api.RecordRows](belgium.get(w.at("records")).want(200)).Records
			for i, id := range want {
				if rows[i].ID != id {
					t.Errorf("%s stands where %s belongs", rows[i].ID, id)
				}
			}
		}
		order("r1", "r3", "r2")
		belgium.post(at+"/move", `{"position": 1}`).want(204)
		order("r3", "r1", "r2")
		belgium.post(at+"/move", `{"position": 1000000}`).want(204)
		order("r3", "r2", "r1")
		for _, nowhere := range []string{`{}`, `{"position": null}`, `{"position": -1}`} {
			belgium.post(at+"/move", nowhere).want(422).says(`"/position"`)
		}
		belgium.post(w.at("records", "r9", "move"), `{"position": 0}`).want(404)
		belgium.post(w.at("records", "r9", "duplicate"), `{}`).want(404)
	})
}

func TestADraftIsHadAsAFile(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		w.as("the Belgian reader").get(w.at("draft") + "?format=html").want(200).says("We inform.")
		w.as("the Belgian reader").get(w.at("draft")).want(200)
		w.as("the Belgian reader").get(w.at("draft") + "?format=exe").want(422)
		w.as("the Norwegian coordinator").get(w.at("draft")).want(404)
	})
}

func TestAChangeIsMadeOnceUnderItsKeyWhateverItsMethod(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		once := w.as(belgian).with("Idempotency-Key", "one").with("If-Match", `"1"`)
		first := once.put(w.at("records", "r1"), `{"section": "inland"}`).want(200)
		again := once.put(w.at("records", "r1"), `{"section": "inland"}`).want(200)
		if string(first.body) != string(again.body) {
			t.Errorf("first %s, then %s", first.body, again.body)
		}
		once.send("DELETE", w.at("records", "r1"), "").want(409).says("Idempotency-Key")
		twice := w.as(belgian).with("Idempotency-Key", "two")
		for range 2 {
			twice.send("DELETE", w.at("records", "r1"), "").want(204)
		}
		w.as(belgian).send("DELETE", w.at("records", "r1"), "").want(404)
		if d, err := w.flow.Store.DeletedRecords(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID); err != nil || len(d) != 1 {
			t.Errorf("deleted are %v, %v", d, err)
		}
	})
}

func TestACellSaysAgainWhatItSaidOnce(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		belgium, at := w.as(belgian), w.at("answers", "policy")
		first := belgium.get(at).want(200)
		said := as[api.Cell](first).Text
		w.pass(time.Hour)
		changed := belgium.with("If-Match", first.Header.Get("ETag")).put(at, `{"text": "We keep silent."}`).want(200)
		texts := as[api.CellTexts](belgium.get(at + "/texts").want(200)).Texts
		if len(texts) != 2 || texts[0].Text != "We keep silent." || texts[1].Text != said || texts[0].By != belgian {
			t.Errorf("it said %+v", texts)
		}
		belgium.post(at+"/restore", `{"number": 1}`).want(428)
		belgium.with("If-Match", first.Header.Get("ETag")).post(at+"/restore", `{"number": 1}`).want(409).says("We keep silent.")
		belgium.with("If-Match", changed.Header.Get("ETag")).post(at+"/restore", `{"number": 7}`).want(422).says(`"/number"`)
		again := belgium.with("If-Match", changed.Header.Get("ETag")).post(at+"/restore", `{"number": 1}`).want(200)
		if as[api.Cell](again).Text != said {
			t.Errorf("restored is %s", again.body)
		}
		belgium.get(w.at("records", "r1", "cells", "title", "texts")).want(200).says("A campaign")
		belgium.get(w.at("records", "r1", "cells", "nope", "texts")).want(404)
		w.as("the Norwegian coordinator").get(at + "/texts").want(404)
	})
}

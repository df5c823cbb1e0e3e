package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"ahq/handlers/api"
	"ahq/models"
	"ahq/models/modelstest"
)

// each runs a test in a world on each database.
func each(t *testing.T, test func(w *world)) {
	t.Helper()
	modelstest.Each(t, func(t *testing.T, store *models.Store) { test(newWorld(t, store)) })
}

func TestAnAHQLivesFromDraftToEdition(t *testing.T) {
	each(t, func(w *world) {
		norway, belgium, austria := w.as("the Norwegian coordinator"), w.as("the Belgian coordinator"), w.as("the Austrian coordinator")
		created := norway.post("/ahqs", ahqText("return and reintegration", "2017-02-06")).want(201)
		draft := as[api.AHQ](created)
		if got, want := created.Header.Get("Location"), "/api/v1/ahqs/"+string(draft.ID); got != want {
			t.Errorf("it is at %q, not %q", got, want)
		}
		path := "/ahqs/" + string(draft.ID)
		belgium.get(path).want(404)
		tag := norway.get(path).want(200).Header.Get("ETag")
		norway.with("If-Match", tag).put(path, ahqText("return", "2017-02-06")).want(200).says(`"topic":"return"`)
		norway.post(path+"/issue", "").want(422).says("/new_why").says("there are earlier AHQs on the same thing")
		belgium.put(path+"/new-why", `{"why": "The law has changed."}`).want(404)
		norway.put(path+"/new-why", `{"why": "The law has changed."}`).want(200)
		norway.post(path+"/issue", "").want(200).says(`"reference":"2017.2"`).says(`"state":"open"`)
		belgium.get(path).want(200)
		norway.post(path+"/extend", `{"reply_by": "2017-02-20"}`).want(200).says(`"reply_by":"2017-02-20"`)
		norway.post(path+"/extend", `{"reply_by": "2017-02-10"}`).want(409).says("Austria (until 20 February 2017)").says("have less time")
		norway.post(path+"/extend", `{"reply_by": "2017-02-10", "shorten": true}`).want(200).says(`"reply_by":"2017-02-10"`)
		norway.put(path+"/closing", `{"closes_on": "2017-02-01"}`).want(422).says("the last reply-by date, 10 February 2017")
		norway.put(path+"/closing", `{"closes_on": "2017-02-17"}`).want(200).says(`"closes_on":"2017-02-17"`)
		norway.put(path+"/closing", `{"closes_on": ""}`).want(200).silent("closes_on")
		norway.post(path+"/corrigenda", `{"labels": {"policy": "What is your policy now?"}, "why": "It was unclear."}`).want(200)
		belgium.get(path + "/corrigenda").want(200).says(`"What is your policy now?"`)

		question := as[api.Inquiry](belgium.post(path+"/inquiries", `{"ncp": "BE", "question": "Since when?"}`).want(201))
		norway.post("/inquiries/"+string(question.ID)+"/answer", `{"answer": "Since 2015."}`).want(200)
		austria.get(path + "/inquiries").want(200).says("Since 2015.")

		response := as[api.Responses](belgium.get(path + "/responses").want(200)).Responses[0]
		belgium.with("If-Match", `"0"`).put("/responses/"+string(response.ID)+"/answers/policy", `{"text": "We help people home."}`).want(200)
		receipt := as[api.Receipt](belgium.post("/responses/"+string(response.ID)+"/submit", `{"wider": "yes"}`).want(200))
		norway.get(fmt.Sprintf("/responses/%s/versions/%d", response.ID, receipt.Version)).want(200).says("We help people home.")
		norway.get("/responses/" + string(response.ID) + "/versions").want(200).says(receipt.Hash)
		for number, code := range map[string]int{"7": 404, "2147483647": 404, "0": 422, "99999999999": 422} {
			for _, of := range []string{"", "/receipt", "/receipt.pdf"} {
				norway.get("/responses/" + string(response.ID) + "/versions/" + number + of).want(code)
			}
		}

		norway.post(path+"/close", "").want(200)
		edition := as[api.EditionRow](norway.post(path+"/editions", `{"audience": "public"}`).want(200))
		again := as[api.EditionRow](norway.post(path+"/editions", `{"audience": "public"}`).want(200))
		if edition.ID != again.ID {
			t.Error("compiling again with nothing changed made another edition")
		}
		belgium.get(path + "/editions").want(200).says(string(edition.ID))
		anybody := w.as(nobody)
		anybody.get("/editions/" + string(edition.ID)).want(200).says(`"ncp":"BE"`)
		for format, media := range map[string]string{
			"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml", "html": "text/html", "json": "application/json",
			"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml", "csv": "text/csv",
		} {
			file := anybody.get("/editions/" + string(edition.ID) + "/file?format=" + format).want(200)
			if got := file.Header.Get("Content-Type"); !strings.HasPrefix(got, media) {
				t.Errorf("%s is called %q", format, got)
			}
		}
		anybody.get("/editions/" + string(edition.ID) + "/file?format=exe").want(422)
		norway.post(path+"/reopen", "").want(200)
		norway.get(path + "/events").want(200).says(`"act":"reopen"`)
		norway.post(path+"/cancel", `{"why": "The study was given up."}`).want(200)
	})
}

// ahqText is what Norway could ask.
func ahqText(topic, replyBy string) string {
	questionnaire, err := json.Marshal(campaigns)
	if err != nil {
		panic(err) // it is the one above
	}
	return fmt.Sprintf(`{"topic": %q, "lead": "NO", "addressing": "selected", "selected": ["AT", "BE"], "reply_by": %q,
		"dissemination": "open", "questionnaire": %s}`, topic, replyBy, questionnaire)
}

func TestAResponseGoesBackAndForth(t *testing.T) {
	each(t, func(w *world) {
		norway, belgium := w.as("the Norwegian coordinator"), w.as("the Belgian coordinator")
		belgium.post(w.at("decline"), `{"word": "We had none."}`).want(200).says(`"declined_word":"We had none."`)
		w.submitted()
		norway.get(w.at()).want(200).says(`"wider":"no"`)
		belgium.post(w.at("withdraw"), "").want(200).says(`"in_force":0`)
		w.submitted()
		norway.post(w.at("return"), `{"why": "In which currency?", "cells": [{"record": "r1", "question": "costs"}]}`).want(200)
		costs := belgium.get(w.at("records", "r1", "cells", "costs")).want(200).says(`"look_again":true`)
		belgium.with("If-Match", costs.Header.Get("ETag")).put(w.at("records", "r1", "cells", "costs"), `{"text": "49 780 EUR"}`).want(200)
		belgium.post(w.at("submit"), `{"wider": "no"}`).want(200).says(`"version":3`)
		w.as("the compiler").post(w.asked("editions"), `{"audience": "internal", "early": "It is urgent."}`).want(200)
		belgium.post(w.at("amend"), `{"why": "We forgot one."}`).want(200).says(`"state":"draft"`)
		belgium.get(w.at("events")).want(200).says(`"act":"amend"`)
	})
}

func TestWhoWasNotAskedMayAnswerToo(t *testing.T) {
	each(t, func(w *world) {
		w.as("the Finnish coordinator").post(w.asked("responses"), `{"ncp": "FI"}`).want(200).says(`"ncp":"FI"`)
		norway, austria := w.as("the Norwegian coordinator"), w.as("the Austrian coordinator")
		entered := as[api.Response](norway.post(w.asked("responses", "AT", "enter"), "").want(200))
		path := "/responses/" + string(entered.ID)
		norway.with("If-Match", `"0"`).put(path+"/answers/policy", `{"text": "It came by mail."}`).want(200)
		austria.with("If-Match", `"0"`).put(path+"/answers/contact", `{"text": "The ministry"}`).want(409)
		austria.post(path+"/take-over", "").want(200).says(`"entered":false`)
		austria.with("If-Match", `"0"`).put(path+"/answers/contact", `{"text": "The ministry"}`).want(200)
		norway.get(path + "/content").want(404)
	})
}

func TestRecordsComeAndGo(t *testing.T) {
	each(t, func(w *world) {
		belgium := w.as("the Belgian contributor")
		added := belgium.post(w.at("records"), `{"section": "origin"}`).want(201)
		at, ok := strings.CutPrefix(added.Header.Get("Location"), api.Prefix)
		if !ok || at != w.at("records", "r1") {
			t.Errorf("it is at %q", added.Header.Get("Location"))
		}
		tag := belgium.get(at).want(200).Header.Get("ETag")
		belgium.with("If-Match", tag).put(at, `{"section": "inland", "countries": ["BE"], "status": "ongoing"}`).want(200)
		belgium.with("If-Match", tag).put(at, `{"section": "origin"}`).want(412)
		belgium.send("DELETE", at, "").want(204)
		belgium.get(w.at("records")).want(200).says(`"deleted_at"`)
		belgium.get(w.at("content")).want(200).silent(`"r1"`)
		belgium.get(at + "/cells/title").want(404)
		belgium.post(at+"/restore", "").want(204)
		belgium.get(w.at("content")).want(200).says(`"id":"r1"`)
		belgium.put(w.at("organisations"), `{"organisations": ["The ministry"]}`).want(204)
		belgium.get(w.at()).want(200).says("The ministry")
		w.as("the Norwegian coordinator").get(w.at()).want(200).silent("The ministry")
	})
}

func TestAContentIsCheckedAsItWillBeJudged(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		belgium := w.as("the Belgian reader")
		belgium.get(w.at("check")).want(200).says(`"records[0].costs":{`).says(`"total":"49780.00"`).says(`"verdict":"yes"`)
		content := belgium.get(w.at("content")).want(200)
		contributor := w.as("the Belgian contributor")
		contributor.with("If-Match", content.Header.Get("ETag")).put(w.at("content"),
			`{"questionnaire": "campaigns", "answers": {"policy": {"text": "We inform and advise."}}}`).want(200).says("49.780 EUR")
		contributor.with("If-Match", content.Header.Get("ETag")).put(w.at("content"), `{"questionnaire": "campaigns"}`).want(412)
	})
}

func TestWhatIsThereForEverybody(t *testing.T) {
	each(t, func(w *world) {
		finland := w.as("the Finnish coordinator")
		finland.get("/me").want(200).says(`"memberships":[{"ncp":"FI","role":"coordinator"}]`)
		finland.get("/ncps").want(200).says(`"code":"NO"`)
		finland.get("/questionnaires").want(200).says(`"norway-2016"`)
		finland.get("/questionnaires/norway-2016").want(200).says(`"follow_up"`)
		finland.get("/questionnaires/norway-2099").want(404)
		w.complete()
		w.as("the Norwegian coordinator").get(w.asked("addressees")).want(200).says(`"filled":5`).silent("We inform.")
		finland.get(w.asked("addressees")).want(200).silent(`"response"`)
		names := `{"persons": []}`
		w.as("the Norwegian coordinator").put(w.asked("compilers"), names).want(200)
	})
}

func TestTheListOfAHQsHasPages(t *testing.T) {
	each(t, func(w *world) {
		for range 4 {
			w.issued()
		}
		belgium := w.as("the Belgian coordinator")
		var found []models.AHQID
		pages, next := 0, "?limit=2"
		for next != "" {
			page := belgium.get("/ahqs" + next).want(200)
			list := as[api.AHQs](page)
			for _, a := range list.AHQs {
				found = append(found, a.ID)
			}
			pages++
			if next = ""; list.Next != "" {
				next = "?limit=2&after=" + string(list.Next)
			}
			if link := page.Header.Get("Link"); (link != "") != (next != "") {
				t.Errorf("page %d has the link %q, and the next is %q", pages, link, next)
			}
		}
		if pages != 3 || len(found) != 5 || found[4] != w.ahq.ID {
			t.Errorf("%d pages with %v", pages, found)
		}
		belgium.get("/ahqs?state=closed,cancelled").want(200).says(`"ahqs":[]`)
		belgium.get("/ahqs?q=Campaigns&state=open").want(200).says(string(w.ahq.ID))
	})
}

func TestABrowserSessionOpensTheAPIToo(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	p := people["the Belgian reader"]
	p.Name, p.Email = "a second Belgian reader", "second@ahq.example"
	_, err := w.flow.Bootstrap(t.Context(), p, "four words in a row")
	w.must(err)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	form := strings.NewReader("email=second%40ahq.example&password=four+words+in+a+row")
	response, err := client.Post(w.server.URL+"/sign-in", "application/x-www-form-urlencoded", form)
	w.must(err)
	w.must(response.Body.Close())
	w.as(nobody).with("Cookie", response.Header.Get("Set-Cookie")).get("/me").want(200).says("second@ahq.example")
}

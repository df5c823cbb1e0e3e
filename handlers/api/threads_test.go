package api_test

import (
	"testing"

	"ahq/handlers/api"
)

func TestAThreadIsPlayedThroughTheAPI(t *testing.T) {
	each(t, func(w *world) {
		w.submitted()
		belgium, norway, austria := w.as(belgian), w.as("the Norwegian coordinator"), w.as("the Austrian coordinator")
		at := w.at("threads")
		norway.post(at, `{"question": "nothing", "text": "Since when?"}`).want(422).says("/question")
		norway.post(at, `{"question": "policy", "text": " "}`).want(422).says("/text")
		belgium.post(at, `{"question": "policy", "text": "Since when?"}`).want(403)
		thread := as[api.Thread](norway.post(at, `{"question": "policy", "text": "Since when?"}`).want(201))
		one := at + "/" + string(thread.ID)
		austria.get(at).want(404)
		austria.post(one+"/sayings", `{"text": "Since 2015."}`).want(404)
		belgium.post("/responses/none/threads/"+string(thread.ID)+"/sayings", `{"text": "Since 2015."}`).want(404)
		belgium.post(one+"/sayings", `{"text": "Since 2015."}`).want(200).says(`"side":"ncp"`)
		belgium.post(one+"/settle", ``).want(200).says(`"closed":false`)
		norway.post(one+"/settle", ``).want(200).says(`"closed":true`)
		norway.post(one+"/sayings", `{"text": "And before?"}`).want(409)
		if all := as[api.Threads](belgium.get(at).want(200)); len(all.Threads) != 1 || len(all.Threads[0].Sayings) != 2 {
			t.Errorf("the threads are %+v", all)
		}
	})
}

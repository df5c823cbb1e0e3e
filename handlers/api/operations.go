package api

import "ahq/workflow"

// operations is all that the API can do, on one screen: where, who may, what it
// is, and who answers.
var operations = []Operation{
	{"GET", "/me", SignedIn, "Who I am", on((*api).me)},
	{"GET", "/ncps", SignedIn, "The participants of the network", on((*api).ncps)},
	{"GET", "/questionnaires", SignedIn, "The questionnaires to choose from", on((*api).questionnaires)},
	{"GET", "/questionnaires/{questionnaire}", SignedIn, "One questionnaire", on((*api).questionnaire)},

	// an AHQ
	{"GET", "/ahqs", SignedIn, "The AHQs, newest first", on((*api).ahqs)},
	{"POST", "/ahqs", workflow.CreateAHQ, "Begin an AHQ", on((*api).createAHQ)},
	{"GET", "/ahqs/{ahq}", SignedIn, "One AHQ", on((*api).ahq)},
	{"PUT", "/ahqs/{ahq}", workflow.EditAHQ, "Change a draft", on((*api).editAHQ)},
	{"POST", "/ahqs/{ahq}/issue", workflow.Issue, "Send it out", on((*api).issue)},
	{"POST", "/ahqs/{ahq}/extend", workflow.Extend, "Set another reply-by date", on((*api).extend)},
	{"POST", "/ahqs/{ahq}/close", workflow.Close, "Accept no more first answers", on((*api).close)},
	{"POST", "/ahqs/{ahq}/reopen", workflow.Reopen, "Accept first answers again", on((*api).reopen)},
	{"POST", "/ahqs/{ahq}/cancel", workflow.Cancel, "Give it up", on((*api).cancel)},
	{"GET", "/ahqs/{ahq}/corrigenda", SignedIn, "How its words were changed", on((*api).corrigenda)},
	{"POST", "/ahqs/{ahq}/corrigenda", workflow.Correct, "Change its words", on((*api).correct)},
	{"PUT", "/ahqs/{ahq}/compilers", workflow.NameCompilers, "Say who compiles", on((*api).nameCompilers)},
	{"GET", "/ahqs/{ahq}/addressees", SignedIn, "Who was asked, and how far they are", on((*api).addressees)},
	{"GET", "/ahqs/{ahq}/inquiries", SignedIn, "The questions about it", on((*api).inquiries)},
	{"POST", "/ahqs/{ahq}/inquiries", workflow.Ask, "Ask about it", on((*api).ask)},
	{"POST", "/inquiries/{inquiry}/answer", workflow.AnswerInquiry, "Answer a question, to all", on((*api).answerInquiry)},
	{"GET", "/ahqs/{ahq}/events", SignedIn, "What happened to it", on((*api).ahqEvents)},

	// a response
	{"GET", "/ahqs/{ahq}/responses", SignedIn, "The responses to an AHQ", on((*api).responses)},
	{"POST", "/ahqs/{ahq}/responses", workflow.Respond, "Begin to answer without being asked", on((*api).respond)},
	{"POST", "/ahqs/{ahq}/responses/{ncp}/enter", workflow.EnterFor, "Enter an answer for an NCP", on((*api).enterFor)},
	{"GET", "/responses/{response}", SignedIn, "One response", on((*api).response)},
	{"GET", "/responses/{response}/content", workflow.SeeDraft, "What a draft says", on((*api).content)},
	{"PUT", "/responses/{response}/content", workflow.Edit, "Put a whole content into a draft", on((*api).saveContent)},
	{"GET", "/responses/{response}/check", workflow.SeeDraft, "What is wrong with a draft, and how it is understood", on((*api).check)},
	{"PUT", "/responses/{response}/organisations", workflow.Edit, "Say who contributed", on((*api).setOrganisations)},
	{"GET", "/responses/{response}/answers/{question}", workflow.SeeDraft, "An answer to a question asked once", on((*api).answer)},
	{"PUT", "/responses/{response}/answers/{question}", workflow.Edit, "Save an answer to a question asked once", on((*api).saveAnswer)},
	{"GET", "/responses/{response}/records", workflow.SeeDraft, "The records of a draft", on((*api).records)},
	{"POST", "/responses/{response}/records", workflow.Edit, "Add a record", on((*api).addRecord)},
	{"GET", "/responses/{response}/records/{record}", workflow.SeeDraft, "One record", on((*api).record)},
	{"PUT", "/responses/{response}/records/{record}", workflow.Edit, "Save a record's section, countries and status", on((*api).saveRecord)},
	{"DELETE", "/responses/{response}/records/{record}", workflow.Edit, "Delete a record", on((*api).deleteRecord)},
	{"POST", "/responses/{response}/records/{record}/restore", workflow.Edit, "Bring a deleted record back", on((*api).restoreRecord)},
	{"GET", "/responses/{response}/records/{record}/cells/{question}", workflow.SeeDraft, "One cell", on((*api).cell)},
	{"PUT", "/responses/{response}/records/{record}/cells/{question}", workflow.Edit, "Save one cell", on((*api).saveCell)},
	{"POST", "/responses/{response}/submit", workflow.Submit, "Hand a draft in", on((*api).submit)},
	{"POST", "/responses/{response}/withdraw", workflow.Withdraw, "Take a response back", on((*api).withdraw)},
	{"POST", "/responses/{response}/return", workflow.Return, "Give a response back with questions", on((*api).giveBack)},
	{"POST", "/responses/{response}/amend", workflow.Amend, "Open a compiled response again", on((*api).amend)},
	{"POST", "/responses/{response}/decline", workflow.Decline, "Say that there is nothing to report", on((*api).decline)},
	{"POST", "/responses/{response}/take-over", workflow.TakeOver, "Take over what the requester entered", on((*api).takeOver)},
	{"GET", "/responses/{response}/versions", SignedIn, "What was delivered", on((*api).versions)},
	{"GET", "/responses/{response}/versions/{number}", SignedIn, "One delivered version", on((*api).version)},
	{"GET", "/responses/{response}/events", SignedIn, "What happened to a response", on((*api).responseEvents)},

	// an edition
	{"GET", "/ahqs/{ahq}/editions", SignedIn, "The editions of an AHQ", on((*api).editions)},
	{"POST", "/ahqs/{ahq}/editions", workflow.Compile, "Make an edition", on((*api).compile)},
	{"GET", "/editions/{edition}", Anybody, "One edition; public ones are for anybody", on((*api).edition)},
	{"GET", "/editions/{edition}/file", Anybody, "An edition as a file", on((*api).file)},
}

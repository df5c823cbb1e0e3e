package forms

import "sync"

// A role is what a phrase does to the verdict of its clause.
type role uint8

const (
	affirms role = iota + 1 // speaks for yes; negated, for no
	tells                   // speaks for yes, negated or not: "not interested" is a reaction
	denies                  // speaks for no; negated, for yes
	doubts                  // cannot be said, or not yet
	lacks                   // cannot be said for want of information
	notYet                  // a doubt and a negation at once
	negates                 // turns round what stands near: "not"; with a weight it also speaks for no: "not done"
	carries                 // may stand between a thing and its negation: "was", "has"
	turns                   // begins a new clause: "but", "however"
	idle                    // says nothing, and hides the words in it: "not only"
)

// A saying is a list of phrases that mean the same. Weight says how much: 1 is
// evidence, 3 a plain statement, 4 a formal one, 5 beats all of them.
type saying struct {
	role    role
	weight  int
	phrases string
}

// An utterance is what one phrase says.
type utterance struct {
	role   role
	weight int
}

// sayings of every topic. Each topic's own come first and win.
var sayings = []saying{
	{negates, 0, `not, t, no, never, nothing, nobody, none, neither, nor, without, none, hardly, lack of, lacked, lacking, absence of, cannot,
		pas, aucun, aucune, jamais, sans, nicht, kein, keine, keiner, keinen, keinerlei, ohne, nie, niemals,
		niet, geen, zonder, nooit, ikke, ingen, inte, inga, ej, aldri, aldrig, non, nessun, nessuna, sin, ningun, ninguna, ei, eivät, nie,
		nem, ne, nebyl, nebyla, nebylo, nebol, nebola, není, bez, nav, nebija, nėra, nebuvo, nije, brak, żadnej, żadnych, žádné, žádná, não, nenhuma, nenhum,
		fără, δεν, не, няма`},
	{carries, 0, `was, were, is, are, has, have, had, been, be, did, does, do, could, can, would, being, also, still,
		isn, wasn, weren, aren, hasn, haven, hadn, didn, doesn, don, couldn, wouldn, the, campaign,
		n, a, est, ete, ont, fut, wurde, wurden, ist, hat, fand, war, werd, werden, is er, heeft, ble, blev, har, blevet, ole, ollut, se, ha, fue, foi, è, stata, została, byla`},
	{turns, 0, `but, however, although, though, nevertheless, nonetheless, whereas, while, even so, despite this, still it,
		mais, cependant, toutefois, néanmoins, aber, jedoch, allerdings, dennoch, trotzdem, maar, echter, toch, men, dog, pero, ma, però`},
	{idle, 0, `not only, not just, not merely, no doubt, no later than, no less than, not least, not without, as well, pas seulement, nicht nur, niet alleen`},
	{lacks, 5, `no information, lack information, lacks information, lack of information, no specific information, no further information, no detailed information, no official information, no info, no data, not have information, not have any information, t have information,
		t have any information, t have sufficient information, not have sufficient information, no knowledge, not aware, no insight,
		no records, not have data, not have any data, information is not available, information not available, not available, no figures, nothing to report, nothing to add,
		no opinion, not expressed an opinion, not have an opinion, no idea,
		pas d'information, pas d'informations, aucune information, keine Information, keine Informationen, keine Erkenntnisse, keine Daten,
		geen informatie, geen gegevens, ingen informasjon, ingen information, ingen opplysninger`},
	{notYet, 5, `not yet, pas encore, noch nicht, noch keine, noch kein, nog niet, nog geen, ännu inte, ennå ikke, endnu ikke, ikke ennå`},
	{affirms, 4, `in general yes, generally yes, overall yes, basically yes, partly yes, mostly yes, rather yes, broadly yes, yes and no,
		to a certain extent, to some degree, to a limited extent, to a small extent, to a lesser extent, to a small degree, in part, quite, to some extent, partially, partly, en partie, teilweise, gedeeltelijk, delvis, delvist`},
	{negates, 3, `not really, not at all, not that we know, not to our knowledge, not as far as we know, not specifically, unfortunately not, rather no, generally no, in general no, overall no, not so far, rather not, probably not, sadly not, not particularly,
		not exactly, not much, eher nicht, leider nicht, helaas niet, plutôt pas, pas vraiment, pas du tout, nicht wirklich, niet echt`},
	{doubts, 5, `too early, too soon, premature, yet, still to, will be, will take, will follow, will start, will begin, will run, no evidence, to be evaluated, to be assessed, to be seen,
		remains to be, be determined, at a later, later date, later stage, suspended, postponed, cancelled, on hold, awaiting, pending,
		being evaluated, currently being, would have, in progress, under way, underway,
		difficult to say, difficult to assess, difficult to evaluate, difficult to measure, difficult to determine, difficult to judge,
		difficult to tell, difficult to estimate, difficult to know, difficult to establish, difficult to quantify, difficult to conclude,
		hard to say, hard to assess, hard to evaluate, hard to measure, hard to determine, hard to judge, hard to tell, hard to know,
		cannot say, cannot be said, cannot be assessed, cannot be measured, cannot be evaluated, cannot be determined, cannot be established,
		cannot assess, cannot measure, cannot evaluate, cannot judge, cannot tell, cannot conclude, cannot be concluded, cannot be quantified,
		can not be assessed, can not be measured, can not be evaluated, can not be said, can t be assessed, can t be measured,
		can t be evaluated, can t be said, could not be assessed, could not be measured, could not be evaluated, could not be determined,
		not possible to, impossible to, not measurable, unable to, not be possible to, no conclusions, not conclusive, inconclusive,
		not known, unknown, unclear, not clear, not certain, uncertain, do not know, don t know, does not know, we cannot, whether, maybe, perhaps, it depends, opinions differ, opinions are divided, could not be isolated, cannot be isolated, cannot be attributed,
		no indication, hard to define, difficult to define,
		has just started, just started, only just begun, expect it to, expects it to, expected to be, hope that, hoped that, cannot be proven, no proof,
		trop tôt, difficile à évaluer, difficile de, impossible de, inconnu, on ne sait pas,
		zu früh, schwer zu sagen, schwer zu beurteilen, schwer zu messen, schwierig zu, nicht bekannt, unbekannt, unklar,
		te vroeg, moeilijk te zeggen, moeilijk te meten, moeilijk te beoordelen, onbekend, niet bekend, onduidelijk,
		vielleicht, peut être, misschien, kanskje, måske, kanske, trudno powiedzieć, těžko říci, ťažko povedať, vaikea sanoa, liian aikaista,
		difícil de decir, difícil dizer, difficile da dire, difficile dirlo, troppo presto, demasiado pronto, cedo demais, za wcześnie, příliš brzy,
		raske öelda, sunku pasakyti, grūti pateikt, greu de spus, teško je reći, nehéz megmondani, δύσκολο να, πολύ νωρίς, трудно е,
		for tidlig, for tidligt, ikke kjent, vanskelig å, för tidigt, ukjent, ukendt`},
	{doubts, 3, `foreseen, planned, is expected, are expected, scheduled, ongoing, on going, intend to, intends to, hope to,
		prévue, prévu, geplant, vorgesehen, gepland, voorzien, planlagt, planerad`},
}

// topicSayings are what phrases mean where a question is about one topic.
var topicSayings = map[Topic][]saying{
	Success: {
		{affirms, 4, `not fully successful, not entirely successful, not completely successful, not totally successful,
			not 100 successful, mixed results, mixed success, limited success, some success`},
		{affirms, 3, `successful, succesful, successfull, sucessful, a success, big success, great success, success story, effective, positive, positively, good results,
			very good results, reached its goals, reached its goal, reached its objectives, reached its target, reached its targets,
			achieved its goals, achieved its objectives, achieved its aims, achieved its aim, achieved, achieve, met its objectives, met its goals,
			met the objectives, fulfilled, satisfied, satisfactory, satisfaction, well received, well perceived, worked well, useful,
			met expectations, met the expectations, meet expectations, deterrent effect, desired effect, excellent, very good, content with, mixed,
			happy with, turned out well, expectations, expected effect, erreicht, atteints, atteint, bereikt, nådd, nådde, nått, uppnått, uppnåddes, opnået, osiągnięto, osiągnięte,
			alcanzado, alcanzados, raggiunti, alcançados, saavutettiin, valuable, fruitful, beneficial, promising, pleased, appreciated, considered good, went well, impact, attained,
			réussi, réussie, un succès, succès, efficace, positif, positive, atteint ses objectifs, objectifs atteints,
			erfolgreich, ein Erfolg, Erfolg, positiv, Ziele erreicht, wirksam, zufrieden,
			succesvol, een succes, geslaagd, doelstellingen bereikt, doeltreffend, effectief, tevreden,
			vellykket, vellykkede, suksess, succes, framgångsrik, lyckad, lyckat, framgång, utile, nützlich, hilfreich, nuttig, nyttig, nyttigt, przydatna, útil, éxito, exitosa, exitoso, successo, riuscita,
		sucesso, bem sucedida, onnistunut, onnistui, menestys, sukces, sukcesem, skuteczna, skuteczny, udana, úspěšná, úspěch, úspešná, úspech,
		sikeres, edukas, sėkminga, veiksmīga, sekmīga, uspešna, uspješna, uspeh, uspjeh, succesul, επιτυχής, επιτυχία, επιτυχημένη, успешна, успех,
		pozytywnie, pozytywna, pozitivní, pozitívna, pozitív, pozitivna, pozityviai, pozitīvi, positivo, positiva, positiivinen, θετικά, θετική, положително`},
		{affirms, 2, `good, had an effect, some effect, success, succeeded, succeed, successes, successfully, well attended, good attendance, improved, improvement, helped, contributed, contribution,
			positive feedback, interest, took off, well performed, good response, strengthened, enhanced, established`},
		{affirms, 1, `drop, dropped, decrease, decreased, decreasing, decline, declined, reduced, reduction, diminished, fewer, fell, gone down, went down, viral,
			raised, raising, awareness, better informed, informed, under control, reached, reach, trained, identified, views, visitors,
			followers, participants, participated, growing, baisse, diminué, Rückgang, gesunken, zurückgegangen, gedaald, daling`},
		{negates, 3, `no visible, no significant, no measurable, no noticeable, no real`},
		{denies, 3, `little impact, little effect, no effect, no effects, no impact, no results`},
		{denies, 4, `less successful, less effective, fell short, short of expectations, below expectations, unsuccessful, ineffective, failure, failed, disappointing, disappointed, a fail, not worth,
			échec, échoué, Misserfolg, gescheitert, wirkungslos, erfolglos, mislukt, mislukking, niet geslaagd, mislykket, misslyckad, fracaso`},
		{denies, 1, `numbers increased, number increased, influx increased, increased again, increase in the number, increase of the number, rose, went up, continued to rise,
		continued to increase, continued to grow, low interest`},
		{doubts, 3, `not measured, not been measured, not evaluated, not been evaluated, not assessed, not been assessed, never measured, never evaluated`},
		{doubts, 1, `evaluated, evaluation, evaluations, assessed, assessment, measured, results, feedback, analysed,
			évalué, évaluée, évaluation, evaluiert, Evaluierung, Evaluation, geëvalueerd, evaluatie, evaluering, utvärdering`},
	},
	Evaluation: {
		{affirms, 4, `formal evaluation, formal evaluations, formally evaluated, formal assessment, formally assessed, officially evaluated,
			official evaluation, évaluation formelle, formelle Evaluierung, formelle Evaluation, formele evaluatie, formell evaluering`},
		{affirms, 3, `evaluated, evaluate, assessed, evaluation was, evaluation has been, evaluations were, evaluation took place, evaluation by, evaluation form,
			evaluation forms, evaluation report, evaluation criteria, self evaluation, impact assessment,
			survey, surveys, surveyed, questionnaire, questionnaires, interview, interviews, interviewed, focus group, focus groups, poll, polls,
			data collection, quantitative, qualitative, quantitatively, qualitatively, desk review, feedback form, feedback forms, baseline, pre and post, before and after,
			évalué, évaluée, évaluées, évalués, enquête, enquêtes, sondage, entretiens, evaluiert, Befragung, Befragungen, Umfrage, Umfragen,
			Interviews, ausgewertet, geëvalueerd, bevraging, vragenlijst, vragenlijsten, evaluert, evalueret, utvärderad, utvärderats,
			spørreundersøkelse, encuesta, evaluado, evaluada, valutata`},
		{affirms, 2, `evaluation, evaluations, assessment, assessments, monitored, monitoring, measured, measuring, measurement, analysed, analyzed, analysis,
			research, final report, final reports, reports, report, analytics, clicks, click, methods, method, study, studied, indicators, followed up, internally,
			reviewed, évaluation, évaluations, Evaluierung, Evaluation, Auswertung, Bewertung, evaluatie, evaluaties, onderzoek, evaluering,
			utvärdering, evaluación, evaluó, evaluada, evaluado, valutazione, avaliação, avaliada, arviointi, arviointia, arvioitu, ewaluacja, ewaluacji,
			ewaluację, ocena, oceniono, hodnocení, hodnocena, vyhodnocena, hodnotená, értékelés, értékelték, hindamine, hinnatud, vertinimas, vertinta,
			izvērtējums, izvērtēta, evaluare, evaluată, evalvacija, evaluacija, vrednovanje, αξιολόγηση, αξιολογήθηκε, оценка, оценена`},
		{negates, 4, `not formally, not officially, not in a formal, not in any formal`},
		{negates, 3, `not systematically, not in a systematic, not done, not carried out, not conducted, not performed, not organised, not organized,
			not undertaken, did not take place, nicht durchgeführt, niet uitgevoerd`},
		{affirms, 1, `statistics, numbers, number of, figures, views, visits, reach, impressions, likes, followers, visitors, feedback, counted, participants, informally`},
		{doubts, 5, `evaluation is ongoing, evaluation is still ongoing, evaluation is being, evaluation ongoing, under evaluation,
			evaluation is in progress, intend to evaluate, intends to evaluate, plan to evaluate, plans to evaluate, planning to evaluate, will evaluate,
			after the campaign, at the end of the campaign, evaluation is planned, evaluation is foreseen`},
		{idle, 0, `evaluation mechanism, evaluation mechanisms, evaluation tool, evaluation tools, for future campaigns, as stated above, no later`},
	},
	Reception: {
		{negates, 3, `not systematically, not in a systematic`},
		{affirms, 3, `positive feedback, negative feedback, positive reactions, negative reactions, positive comments, negative comments,
			positive or negative`},
		{tells, 3, `no complaints, no negative reactions, no negative feedback, no negative comments, good, mixed, trustworthy, credible, realistic,
			angry, happy, trusted, called the hotline, discussed, positive, positively, negative, negatively, well received, well perceived, well accepted, welcomed, welcome, receptive, interested,
			sceptical, skeptical, reacted, responded, respond, appreciated, appreciative, attentive, enthusiastic, enthusiasm, grateful, satisfied,
			useful, helpful, rated, asked questions, many questions, liked, taken advantage, took advantage, well attended, popular, engaged,
			thanked, laughed, applauded, insulted, insulting, propaganda, ridiculed, mocked, praised, skeptisch, sceptisch, sceptique, réagi, reagiert, gereageerd, oppmerksomhet, kommentarer,
			opmærksomhed, uppmärksamhet, scepticism, skepticism, sceptically, complained, hostile, suspicious, reluctant, surprised, indifferent, commented, expressed, found the, big success, great success, good response,
			bien accueilli, bien accueillie, bien reçu, bien reçue, bien perçue, positif, positives, positifs, intéressés, intéressé,
			gut aufgenommen, positiv, positive, positives, interessiert, zufrieden, goed ontvangen, goed onthaald, positief, geïnteresseerd,
			tevreden, godt mottatt, godt modtaget, positivt, positiva, väl mottagen, väl mottagna,
			bene accolta, accolta bene, positivo, positivi, bien recibida, bien acogida, bem recebida, dobrze przyjęta, pozytywnie, pozytywne, pozitivní,
			pozitívne, pozitívan, pozitivno, pozityviai, pozitīvi, hyvin vastaan, positiivinen, myönteinen, positiivselt, θετικά, θετικές, положително`},
		{affirms, 2, `reaction, reactions, react, feedback, anecdotal, comments, comment, responses, response, questioned, stated, wish, success, successful, critical, criticism,
			criticised, interest, discussion, discussions, debate, testimonies, likes, shares, shared, satisfaction, trust, doubtful, curious, attended,
			asked, said, told, indicated, mentioned, reported, perceived, understood, received,
			réactions, réaction, commentaires, accueil, Rückmeldungen, Rückmeldung, Reaktionen, Kommentare, reacties, reactie, ontvangen, reaksjoner, reaktioner,
			retour, retours, tilbakemelding, tilbakemeldinger, tilbagemeldinger, återkoppling, reazione, reazioni, reacción, reacciones, reação, reações,
			reakcji, reakcje, reakce, reakcie, reakció, visszajelzés, tagasiside, reaktsioon, palaute, palautetta, atsiliepimai, atsauksmes, αντιδράσεις, реакции`},
		{tells, 2, `not well, very well, quite well, badly, poorly`},
		{affirms, 1, `informed, watched, viewed, questions, views, followers, visitors, participants, participated, according to, measured, collected, evaluated, assessed, surveyed, opinion, opinions`},
		{denies, 2, `could not be observed, could not be collected, no access`},
	},
}

// echoes repeat the question and explain nothing: "Yes, it was."
var echoes = map[string]bool{
	"yes": true, "no": true, "it": true, "was": true, "were": true, "is": true, "they": true, "did": true, "has": true, "have": true,
	"been": true, "very": true, "indeed": true, "not": true, "t": true, "wasn": true, "weren": true, "hasn": true, "haven": true,
	"isn": true, "didn": true,
}

// echoed is the verdict of a text that only turns the question into a statement:
// "It was." "Hasn't been."
func echoed(found []word) YesNo {
	said := Unread
	for _, w := range found {
		switch {
		case !echoes[w.text]:
			return Unread
		case w.text == "not", w.text == "t":
			said = No
		case said == Unread && carriesVerdict[w.text]:
			said = Yes
		}
	}
	return said
}

var carriesVerdict = map[string]bool{"was": true, "were": true, "is": true, "did": true, "has": true, "have": true}

// A vocabulary is what phrases mean for one topic.
type vocabulary = phrases[utterance]

var vocabularies = sync.OnceValue(func() map[Topic]*vocabulary {
	built := map[Topic]*vocabulary{}
	for _, topic := range []Topic{"", Success, Evaluation, Reception} {
		built[topic] = &vocabulary{}
		for _, list := range [][]saying{topicSayings[topic], sayings} {
			for _, s := range list {
				built[topic].addAll(s.phrases, utterance{s.role, s.weight})
			}
		}
	}
	return built
})

// Package seeds is a small world to try ahq in: played through the workflow.
//
// What is played stands as data in world/: who takes part in the network, the
// Norwegian AHQ of December 2016, Belgium's response to it with its facts as
// they were and its prose in our own words, samples for the other respondents,
// and two older AHQs that are made up.
package seeds

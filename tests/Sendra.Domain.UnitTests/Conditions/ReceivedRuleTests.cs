using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.UnitTests.Conditions;

/// <summary>Conditions over what the contact did before. Now is 2026-05-20 at noon.</summary>
internal sealed class ReceivedRuleTests
{
    private static readonly (string Name, string At, string? Properties)[] Past =
    [
        ("bought", "2026-05-20T12:00:00Z", """{ "sku": "a", "total": 10 }"""),
        ("bought", "2024-02-29T12:00:00Z", """{ "sku": "b", "total": 99 }"""),
        ("bought", "2026-04-20T12:00:00Z", """{ "sku": "a" }"""),
        ("Bought", "2026-05-20T12:00:00Z", null),
        ("opened", "2026-05-19T12:00:00Z", null),
    ];

    [TestCase("""{ "received": "bought" }""", true, "`bought` was received at least 1 time holds: found 1 time or more")]
    [TestCase("""{ "received": "bought", "atLeast": 3 }""", true, "`bought` was received at least 3 times holds: found 3 times or more")]
    [TestCase("""{ "received": "bought", "atLeast": 4 }""", false, "`bought` was received at least 4 times does not hold: found 3 times")]
    [TestCase("""{ "received": "bought", "atLeast": 2, "within": "P1M" }""", true, "`bought` was received at least 2 times within P1M holds: found 2 times or more")]
    [TestCase("""{ "received": "bought", "atLeast": 2, "within": "P29D" }""", false, "`bought` was received at least 2 times within P29D does not hold: found 1 time")]
    [TestCase("""{ "received": "bought", "atLeast": 3, "within": "P90D" }""", false, "*found 2 times")]
    [TestCase("""{ "received": "signedUp" }""", false, "`signedUp` was received at least 1 time does not hold: never found")]
    [TestCase("""{ "not": { "received": "signedUp", "where": null, "within": null, "atLeast": null } }""", true, "not: `signedUp` was received*never found")]
    [TestCase("""{ "received": "bought", "where": { "field": "event.sku", "op": "equals", "value": "a" }, "atLeast": 2 }""", true, "*where event.sku equals \"a\" holds: found 2 times or more")]
    [TestCase("""{ "received": "bought", "where": { "field": "event.sku", "op": "equals", "value": { "field": "trigger.sku" } } }""", true, "*")]
    [TestCase("""{ "received": "bought", "where": { "all": [{ "field": "event.total", "op": "greaterThan", "value": 50 }, { "field": "contact.firstName", "op": "equals", "value": "Ada" }] } }""", true,
        "*where (event.total is greater than 50 and contact.firstName equals \"Ada\") holds*")]
    [TestCase("""{ "received": "bought", "where": { "not": { "field": "event.sku", "op": "exists" } } }""", false, "*where not event.sku exists does not hold: never found")]
    public void C1_past_events_are_counted(string json, bool holds, string reason)
    {
        var condition = Asked.Condition(json);

        var verdict = condition.Evaluate(Asked.On(Asked.History(condition, Past), """{ "sku": "c" }""", """{ "sku": "b" }""", """{ "firstName": "Ada" }"""));

        verdict.Reason.Should().Match(reason);
        verdict.Holds.Should().Be(holds);
    }

    [TestCase(1_000, "does not hold: never found")]
    [TestCase(1_001, "does not hold: never found; only the newest 1000 were read")]
    public void C4_of_more_than_a_thousand_the_newest_are_read_and_the_reason_says_so(int others, string reason)
    {
        var condition = Asked.Condition("""{ "received": "bought", "where": { "field": "event.sku", "op": "equals", "value": "a" } }""");
        var past = Enumerable.Range(0, others).Select(_ => ("bought", "2026-05-20T12:00:00Z", (string?)"""{ "sku": "b" }"""));
        if (others > 1_000)
        {
            past = past.Append(("bought", "2020-01-01T00:00:00Z", """{ "sku": "a" }"""));
        }

        condition.Evaluate(Asked.On(Asked.History(condition, past), "{}")).Reason.Should().EndWith(reason);
    }

    [Test]
    public void C4_properties_too_large_to_keep_are_left_unread_and_the_reason_says_so()
    {
        var condition = Asked.Condition("""{ "received": "bought", "where": { "field": "event.sku", "op": "exists" } }""");
        var history = Asked.History(condition);
        var large = new RawJson($"\"{new string('x', EventHistory.MaxCharacters / 4)}\"");
        for (var day = 9; day > 0; day--)
        {
            history.Recall("bought", new DateTimeOffset(2026, 5, day, 0, 0, 0, TimeSpan.Zero), large);
        }

        condition.Evaluate(Asked.On(history, "{}")).Reason.Should().EndWith("never found; only the newest 3 were read");
    }

    [Test]
    public void What_was_not_loaded_throws()
    {
        var plain = Asked.Condition("""{ "received": "bought", "atLeast": 2 }""");
        string[] more =
        [
            """{ "received": "bought", "atLeast": 3 }""",
            """{ "received": "opened" }""",
            """{ "received": "bought", "where": { "field": "event.sku", "op": "exists" } }""",
        ];

        foreach (var json in more)
        {
            var evaluate = () => Asked.Condition(json).Evaluate(Asked.On(Asked.History(plain), "{}"));
            evaluate.Should().Throw<InvalidOperationException>().WithMessage("*not loaded*");
        }
    }

    [Test]
    public void A_condition_names_what_it_asks_for_once_for_each_name()
    {
        var condition = Asked.Condition("""
            { "any": [{ "received": "b", "atLeast": 7 }, { "not": { "received": "b", "where": { "field": "event.x", "op": "exists" } } }, { "all": [{ "received": "a" }] }] }
            """);

        NeededHistory.Merge(condition.History).Should().Equal(new NeededHistory("a", 1, false), new NeededHistory("b", 1_001, true));
    }

    [Test]
    public void C4_an_automation_has_at_most_twenty_and_the_place_of_the_next_is_named()
    {
        static string Rules(int count) => $$"""{ "all": [{{string.Join(',', Enumerable.Repeat("""{ "received": "bought" }""", count))}}] }""";
        static string Steps(int count) => $$"""[{ "id": "a", "type": "branch", "paths": [{ "name": "x", "when": {{Rules(count)}}, "next": null }], "otherwise": null }]""";
        static IReadOnlyList<DefinitionProblem> Problems(int inSteps)
        {
            var text = new DefinitionText("A", new TriggerText("signUp", new RawJson(Rules(10))), null, [], new RawJson(Steps(inSteps)));
            AutomationDefinition.TryCreate(text, Workflow.None, out _, out var problems);
            return problems;
        }

        Problems(10).Should().BeEmpty();
        Problems(11).Should().ContainSingle().Which.Path.Should().Be("steps[0].paths[0].when");
    }
}

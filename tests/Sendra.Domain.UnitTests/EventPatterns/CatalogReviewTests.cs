using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.EventPatterns;

internal sealed class CatalogReviewTests
{
    [TestCase("Sign.Up_now- x", "SIGNUPNOWX")]
    [TestCase("signUp!", "SIGNUP")]
    [TestCase("sign/up: (new) + 'x' = $1", "SIGNUPNEWX1")]
    [TestCase("\u00abgr\u00f6\u00dfe\u00bb\u2013a\u00a0b", "GR\u00d6\u00dfEAB")]
    [TestCase("._- ", "")]
    [TestCase("!?/+", "")]
    public void A9_neither_case_nor_punctuation_makes_names_differ(string name, string bare) =>
        CatalogReview.Bare(name).Should().Be(bare);

    [Test]
    public void A9_names_that_look_alike_are_found_wherever_they_come_from_and_each_once()
    {
        var findings = Review(["sign_up", "other"], ["Sign.Up", "other"], [Make.Automation("signUp", exits: ["signup", "other"])])
            .Where(finding => finding.Code == "namesLookAlike");

        findings.Should().BeEquivalentTo([new CatalogFinding(
            "namesLookAlike",
            "Sign.Up, signUp, sign_up, signup differ only in case or punctuation; names match exactly.",
            "Sign.Up",
            Names: ["Sign.Up", "signUp", "sign_up", "signup"])]);
    }

    [Test]
    public void A9_a_name_alone_or_of_punctuation_only_is_like_no_other() =>
        Review(["signUp", "signOut", ".", "-"], ["signUp"], []).Should().BeEmpty();

    [Test]
    public void A9_letters_signs_and_emoji_of_any_script_make_names_differ() =>
        Review(["go\U0001F680", "go\U0001F389", "go\u2600", "go", "\u0915\u0940", "\u0915\u093f", "\U0001D400", "\U0001D401"], [], [])
            .Should().BeEmpty();

    [Test]
    public void A9_an_automation_that_waits_for_or_exits_on_what_never_came_is_named()
    {
        var automation = Make.Automation("signUp", exits: ["cancelled", "gone"]);

        Review(["cancelled"], ["signUp", "gone"], [automation]).Should().BeEquivalentTo(
            [
                new CatalogFinding("triggerNeverReceived", "Welcome waits for signUp, which was never received.", "signUp", AutomationId: automation.Id, AutomationName: "Welcome"),
                new CatalogFinding("exitNeverReceived", "Welcome exits on gone, which was never received.", "gone", AutomationId: automation.Id, AutomationName: "Welcome"),
            ],
            options => options.WithStrictOrdering());
        Review(["signUp", "cancelled", "gone"], [], [automation]).Should().BeEmpty();
    }

    [Test]
    public void A9_a_property_of_several_types_is_told_in_the_order_of_their_first_events_as_far_as_those_are_kept()
    {
        EventId[] events = [.. Enumerable.Range(0, 8).Select(_ => Make.Id<EventId>())];
        EventPropertyType[] types =
        [
            Seen("b", "n", PropertyType.Boolean, events[1]),
            Seen("b", "n", PropertyType.Number, events[0]),
            Seen("b", "alone", PropertyType.Number, events[0]),
            Seen("a", "z", PropertyType.Array, events[3]),
            Seen("a", "z", PropertyType.Object, events[2]),
            Seen("a", "y", PropertyType.Number, events[5]),
            Seen("a", "y", PropertyType.String, events[4]),
        ];

        var findings = CatalogReview.Review(new HashSet<string>(), new HashSet<string>(), [], types, new HashSet<EventId> { events[1] }).ToArray();

        findings.Select(finding => finding.Code).Should().AllBe("propertyTypeChanged");
        findings.Select(finding => finding.Message).Should().Equal(
            "y of a was first a string, then a number.",
            "z of a was first an object, then an array.",
            "n of b was first a number, then true or false.");
        findings[2].Should().BeEquivalentTo(new { EventName = "b", Property = "n" });
        findings[2].Types.Should().Equal(
            new SeenType(PropertyType.Number, null, TimeOrderedId.TimeOf(events[0])),
            new SeenType(PropertyType.Boolean, events[1], TimeOrderedId.TimeOf(events[1])));
    }

    private static EventPropertyType Seen(string eventName, string property, PropertyType type, EventId eventId) =>
        EventPropertyType.FirstSeen(Make.WorkspaceId, eventName, property, type, eventId);

    private static CatalogFinding[] Review(string[] received, string[] declared, Automation[] automations) =>
        [.. CatalogReview.Review(received.ToHashSet(), declared.ToHashSet(), automations, [], new HashSet<EventId>())];
}

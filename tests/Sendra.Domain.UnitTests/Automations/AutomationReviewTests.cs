using Sendra.Domain.Automations;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Automations;

public sealed class AutomationReviewTests
{
    [Test]
    public void A9_nothing_to_say_about_names_that_were_received() =>
        Codes(Make.Automation("signUp", exits: "bought"), received: ["signUp", "bought"]).Should().BeEmpty();

    [Test]
    public void A9_a_trigger_on_its_own_exit_list_is_said_once() =>
        Codes(Make.Automation("signUp", exits: ["signUp", "bought"]), received: ["signUp", "bought"]).Should().Equal("triggerIsExit");

    [Test]
    public void A9_names_never_received_are_said_also_when_declared() =>
        Codes(Make.Automation("signUp", exits: ["bought", "left"]), received: ["left"], declared: ["signUp", "bought"])
            .Should().Equal("triggerNeverReceived", "exitNeverReceived");

    [TestCase("SignUp", "")]
    [TestCase("", "SignUp")]
    public void A9_a_name_that_differs_only_in_case_from_a_received_or_declared_one_is_said(string received, string declared)
    {
        Codes(Make.Automation("signUp"), ["signUp", received], [declared]).Should().Equal("triggerDiffersInCase");
        Codes(Make.Automation("visit", exits: "signUp"), ["visit", "signUp", received], [declared]).Should().Equal("exitDiffersInCase");
    }

    [Test]
    public void A9_the_words_name_both_names() =>
        AutomationReview.Review(Make.Automation("signUp"), new HashSet<string> { "signUp", "SIGNUP" }, new HashSet<string>(), sender: null)
            .Single().Message.Should().Contain("signUp").And.Contain("SIGNUP");

    [Test]
    public void A9_the_words_name_the_event()
    {
        Words(Make.Automation("signUp", exits: "signUp"), "signUp").Should().Match("signUp is both the trigger and an exit event*");
        Words(Make.Automation("signUp"), "other").Should().Be("No signUp event has been received yet.");
    }

    private static string Words(Automation automation, string received) =>
        AutomationReview.Review(automation, new HashSet<string> { received }, new HashSet<string>(), sender: null).Single().Message;

    private static IEnumerable<string> Codes(Automation automation, string[] received, params string[] declared) =>
        AutomationReview.Review(automation, received.ToHashSet(), declared.ToHashSet(), sender: null).Select(warning => warning.Code);
}

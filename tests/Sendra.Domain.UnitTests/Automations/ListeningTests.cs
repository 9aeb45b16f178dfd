using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Domain.UnitTests.Automations;

public sealed class ListeningTests
{
    [TestCase(AutomationStatus.Live, "signUp", new[] { "left", "signUp" })]
    [TestCase(AutomationStatus.Paused, null, new[] { "left", "signUp" })]
    [TestCase(AutomationStatus.Draft, null, new string[0])]
    [TestCase(AutomationStatus.Archived, null, new string[0])]
    public void W8_what_counts(AutomationStatus status, string? trigger, string[] names)
    {
        var listening = Listening.Of(status, "signUp", ["left"], []);

        listening.Trigger.Should().Be(trigger);
        listening.Names.Should().BeEquivalentTo(names);
    }

    [Test]
    public void W8_at_most_100_live_automations_share_a_trigger()
    {
        var one = Listening.Of(AutomationStatus.Live, "signUp", [], []);
        var other = Listening.Of(AutomationStatus.Live, "other", ["signUp"], []);

        one.Invoking(more => more.EnsureFitsBeside([.. Enumerable.Repeat(one, 99), other])).Should().NotThrow();
        one.Invoking(more => more.EnsureFitsBeside([.. Enumerable.Repeat(one, 100)])).Should().Throw<ConflictException>().Which.Code.Should().Be("tooManyAutomations");
    }

    [Test]
    public void W8_at_most_300_automations_listen_to_a_name()
    {
        var exits = Listening.Of(AutomationStatus.Paused, "a", ["left"], []);

        exits.Invoking(more => more.EnsureFitsBeside([.. Enumerable.Repeat(exits, 299)])).Should().NotThrow();
        exits.Invoking(more => more.EnsureFitsBeside([.. Enumerable.Repeat(exits, 300)])).Should().Throw<ConflictException>().WithMessage("*left*");
    }

    [Test]
    public void W8_who_is_above_a_bound_keeps_what_they_have()
    {
        var before = Listening.Of(AutomationStatus.Live, "signUp", ["left"], []);
        var crowd = Enumerable.Repeat(before, 400).ToArray();

        Listening.Of(AutomationStatus.Live, "signUp", ["left"], []).Beyond(before).IsNothing.Should().BeTrue();
        Listening.Of(AutomationStatus.Live, "signUp", [], []).Beyond(before).IsNothing.Should().BeTrue();
        Listening.Of(AutomationStatus.Paused, "signUp", ["left"], []).Beyond(before).IsNothing.Should().BeTrue();
        var more = Listening.Of(AutomationStatus.Live, "signUp", ["left", "new"], []).Beyond(before);
        more.Names.Should().Equal("new");
        more.Invoking(fits => fits.EnsureFitsBeside(crowd)).Should().NotThrow();
        before.Beyond(Listening.Of(AutomationStatus.Paused, "signUp", ["left"], [])).Invoking(fits => fits.EnsureFitsBeside(crowd)).Should().Throw<ConflictException>();
    }
}

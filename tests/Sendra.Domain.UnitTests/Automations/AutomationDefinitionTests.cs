using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Automations;

public sealed class AutomationDefinitionTests
{
    private static readonly TriggerText SignUp = new("signUp");

    [Test]
    public void What_is_right_is_one_value()
    {
        AutomationDefinition.TryCreate(new DefinitionText(" Welcome ", SignUp, null, ["b", "a", "b"]), Workflow.None, out var definition, out var problems).Should().BeTrue();

        problems.Should().BeEmpty();
        definition!.Name.Should().Be("Welcome");
        definition.Trigger.Value.Should().Be("signUp");
        definition.Frequency.Should().Be(Frequency.EveryTime);
        definition.ExitEvents.Select(name => name.Value).Should().Equal("b", "a");
    }

    [Test]
    public void Everything_wrong_is_said_at_once_and_where()
    {
        var text = new DefinitionText("", new TriggerText(" x", new RawJson("7")), (Frequency)99, ["a", null, ""], new RawJson("[7]"));

        AutomationDefinition.TryCreate(text, Workflow.None, out var definition, out var problems).Should().BeFalse();

        definition.Should().BeNull();
        problems.Select(problem => problem.Path).Should().Equal("name", "trigger.eventName", "trigger.where", "frequency", "exitEvents[1]", "exitEvents[2]", "steps[0]");
        problems.Should().OnlyContain(problem => problem.Message.EndsWith('.'));
        problems.Single(problem => problem.Path == "frequency").Message.Should().Contain("everyTime, oncePerContact, notWhileActive, oncePerPeriod, oncePerKey");
    }

    [TestCase(null)]
    [TestCase("a\u0007b")]
    public void A_name_is_a_line(string? name) => Problem(new DefinitionText(name, SignUp)).Should().Be("name");

    [Test]
    public void A_name_is_Unicode() => Problem(new DefinitionText("a\ud800", SignUp)).Should().Be("name");

    [Test]
    public void Limits_are_those_that_are_named()
    {
        static string?[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"e{i}")];

        Make.Definition(new string('n', AutomationDefinition.MaxNameLength)).Name.Length.Should().Be(200);
        Problem(new DefinitionText(new string('n', AutomationDefinition.MaxNameLength + 1), SignUp)).Should().Be("name");
        Problem(new DefinitionText("n", SignUp, null, Names(AutomationDefinition.MaxExitEvents + 1))).Should().Be("exitEvents");
        AutomationDefinition.TryCreate(new DefinitionText("n", SignUp, null, Names(AutomationDefinition.MaxExitEvents)), Workflow.None, out _, out _).Should().BeTrue();
    }

    [Test]
    public void A_trigger_is_required() => Problem(new DefinitionText("n", null)).Should().Be("trigger");

    [Test]
    public void Steps_stay_when_nothing_is_said_of_them()
    {
        var current = Make.WithSteps("""[{"id":"a","type":"wait","for":"P1D"}]""").Workflow;

        Workflow Of(RawJson? steps) =>
            AutomationDefinition.TryCreate(new DefinitionText("n", SignUp, Steps: steps), current, out var definition, out _) ? definition.Workflow : null!;

        Of(null).Should().BeSameAs(current);
        Of(new RawJson("[]")).HasSteps.Should().BeFalse();
    }

    private static string Problem(DefinitionText text)
    {
        AutomationDefinition.TryCreate(text, Workflow.None, out _, out var problems).Should().BeFalse();
        return problems.Should().ContainSingle().Subject.Path;
    }
}

using Sendra.Client.Automations;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

internal static class Words
{
    public static readonly AutomationDefinition Onboarding = new()
    {
        Name = "Onboarding",
        Trigger = new TriggerDefinition { EventName = "signUp", Where = new { Field = "event.plan", Op = "equals", Value = "pro" } },
        Frequency = Frequency.OncePerContact,
        ExitEvents = ["cancelled"],
        Steps = new[] { new { Id = "wait", Type = "wait", For = "P1D" } },
    };
}

using System.Text.Json;
using Sendra.Domain.Automations;

namespace Sendra.Application.UnitTests.Common;

/// <summary>The model's frequencies as an automation has them.</summary>
internal static class Frequencies
{
    /// <param name="frequency">One of <see cref="Tests.Model.RulesModel.Frequencies"/>.</param>
    public static AutomationDefinition Define(string trigger, string frequency, IReadOnlyList<string> exits)
    {
        var parts = frequency.Split(':');
        var kind = Enum.GetValues<Frequency>().Single(one => JsonNamingPolicy.CamelCase.ConvertName($"{one}") == parts[0]);
        return AutomationDefinition.Create(new DefinitionText(
            "n",
            new TriggerText(trigger),
            kind,
            exits,
            FrequencyPeriod: kind == Frequency.OncePerPeriod ? $"P{parts[1]}D" : null,
            FrequencyKey: kind == Frequency.OncePerKey ? $"event.{parts[1]}" : null));
    }
}

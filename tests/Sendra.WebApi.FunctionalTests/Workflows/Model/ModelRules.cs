using CsCheck;

namespace Sendra.Tests.Model;

/// <summary>Whom an automation of the model enrolls, and whom its trigger exits.</summary>
/// <param name="Frequency">As the API calls it.</param>
/// <param name="Period">How long after a run the next may begin, with <c>oncePerPeriod</c>. The key of <c>oncePerKey</c> is what the event says.</param>
/// <param name="Where">What the trigger asks of the past, or null.</param>
/// <param name="TriggerExits">True when the trigger exits the runs whose trigger said the same, before it enrolls.</param>
internal sealed record ModelRules(string Frequency, int Period, ModelPast? Where, bool TriggerExits)
{
    public static readonly Gen<ModelRules> GenRules = Gen.Select(
        Gen.OneOf("everyTime", "everyTime", "oncePerContact", "notWhileActive", "oncePerPeriod", "oncePerKey"),
        Gen.Int[1, 60],
        Gen.Frequency((3, Gen.Const((ModelPast?)null)), (1, ModelPast.GenPast.Select(past => (ModelPast?)past))),
        Gen.Int[0, 3],
        (frequency, period, where, exits) => new ModelRules(frequency, period, where, exits == 0));

    private static readonly object SameValue = new { field = "event.v", op = "equals", value = new { field = "trigger.v" } };

    /// <summary>Whether a run may begin beside those that there were.</summary>
    public bool Admits(IReadOnlyList<ModelRun> runs, string value, int now) => Frequency switch
    {
        "everyTime" => true,
        "oncePerContact" => runs.Count == 0,
        "notWhileActive" => runs.All(run => run.At is null),
        "oncePerPeriod" => runs.Count == 0 || now - runs[^1].Begun >= Period,
        "oncePerKey" => runs.All(run => run.Key != value),
        _ => throw new InvalidOperationException($"No frequency is called {Frequency}."),
    };

    /// <summary>What the events that exit only some runs ask, by name.</summary>
    /// <param name="prefix">Stands before the names.</param>
    public Dictionary<string, object> ExitConditions(string prefix = "") =>
        ((string[])(TriggerExits ? [ModelEvent.Leave, ModelEvent.Go] : [ModelEvent.Leave])).ToDictionary(name => prefix + name, _ => SameValue);

    public string? KeyOf(string value) => Frequency == "oncePerKey" ? value : null;

    public override string ToString() => $"{Frequency}{Period}{(TriggerExits ? " exits" : "")} {Where}: ";
}

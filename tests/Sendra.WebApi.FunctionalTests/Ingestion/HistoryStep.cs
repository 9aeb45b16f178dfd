using CsCheck;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>One thing that happens in a random history.</summary>
/// <param name="Kind">What: <c>send</c>, <c>repeat</c>, <c>exit</c>, <c>erase</c>, <c>edit</c>, <c>pass</c> (days do), or a change of status.</param>
/// <param name="Contact">To whom.</param>
/// <param name="Automation">To which automation.</param>
/// <param name="Name">The event, or the new trigger.</param>
/// <param name="Flag">Of an event: it goes together with others in one call.</param>
/// <param name="Exits">The new exit list.</param>
/// <param name="Patch">Properties that come with an event; null clears.</param>
/// <param name="Values">The event's own properties.</param>
/// <param name="Frequency">Of an automation, as the model writes it.</param>
/// <param name="By">How an event names its contact: <c>address</c>, <c>id</c>, <c>both</c>, or <c>cleared</c>, with the address and null for the id.</param>
/// <param name="Id">Which external id.</param>
/// <param name="DaysAgo">Of an event that is filled in: how many days before, and a quarter, it happened.</param>
/// <param name="Where">Of an automation: what the contact must have done.</param>
internal sealed record HistoryStep(
    string Kind, int Contact, int Automation, string? Name = null, bool Flag = false, string[]? Exits = null, IReadOnlyDictionary<string, string?>? Patch = null,
    IReadOnlyDictionary<string, string>? Values = null, string Frequency = "everyTime", string By = "address", int Id = 0,
    int? DaysAgo = null, RulesModel.Past? Where = null)
{
    public const int Contacts = 2;
    public const int Automations = 2;
    public const int Ids = 2;
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Statuses = ["activate", "pause", "archive"];
    private static readonly string[] Kinds = ["exit", "erase"];

    private static readonly Gen<string[]> GenExits = Gen.Bool.Array[Names.Length].Select(on => Names.Where((_, i) => on[i]).ToArray());

    private static readonly Gen<IReadOnlyDictionary<string, string?>?> GenPatch = Gen.Frequency(
        (2, Gen.Const(() => (IReadOnlyDictionary<string, string?>?)null)),
        (1, Gen.Select(Gen.OneOf("firstName", "lastName", "plan"), Gen.OneOf<string?>("x", "y", null), (property, value) =>
            (IReadOnlyDictionary<string, string?>?)new Dictionary<string, string?> { [property] = value })));

    private static readonly Gen<string> GenBy = Gen.Frequency((3, Gen.Const("address")), (2, Gen.Const("id")), (2, Gen.Const("both")), (1, Gen.Const("cleared")));

    private static readonly Gen<RulesModel.Past?> GenPast = Gen.Frequency(
        (3, Gen.Const(() => (RulesModel.Past?)null)),
        (1, Gen.Select(Gen.OneOf(Names), Gen.Int[1, 3], Gen.OneOf<int?>(null, 0, 1, 2), (name, atLeast, days) => (RulesModel.Past?)new RulesModel.Past(name, atLeast, days))));

    private static readonly Gen<HistoryStep> GenNew = Gen.Select(
        Gen.Int[0, Contacts - 1], Gen.OneOf(Names), Gen.Bool, GenPatch, Gen.OneOf(RulesModel.Values).Array[2], GenBy, Gen.Int[0, Ids - 1],
        (contact, name, together, patch, values, by, id) => new HistoryStep(
            "send", contact, 0, name, together, null, patch, new Dictionary<string, string> { ["k"] = values[0], ["m"] = values[1] }, By: by, Id: id));

    private static readonly Gen<HistoryStep> GenEvent = Gen.Frequency(
        (5, GenNew), (1, Gen.Select(GenNew, Gen.Int[0, 3], (step, days) => step with { DaysAgo = days })));

    private static readonly Gen<HistoryStep> GenStep = Gen.Frequency(
        (12, GenEvent),
        (2, GenEvent.Select(step => step with { Kind = "repeat", Flag = false })),
        (2, Gen.Select(Gen.OneOf(Kinds), Gen.Int[0, Contacts - 1], Gen.Int[0, Automations - 1], (kind, contact, automation) => new HistoryStep(kind, contact, automation))),
        (2, Gen.Select(Gen.Int[0, Automations - 1], Gen.OneOf(Statuses), (automation, status) => new HistoryStep(status, 0, automation))),
        (2, Gen.Int[1, 2].Select(days => new HistoryStep("pass", days, 0))),
        (2, GenRule("edit")));

    /// <summary>The automations that there are at first, then what happens.</summary>
    public static Gen<(HistoryStep[] Made, HistoryStep[] Steps)> GenHistory { get; } = Gen.Select(GenRule("create").Array[Automations], GenStep.Array[1, 14]);

    public override string ToString() =>
        $"{Kind} contact {Contact} automation {Automation} {Name} {Flag} {Frequency} {RulesModel.Json(Values)} [{string.Join(' ', Exits ?? [])}] {string.Join(' ', Patch ?? new Dictionary<string, string?>())} {By} {Id} {DaysAgo} {Where}\n";

    private static Gen<HistoryStep> GenRule(string kind) => Gen.Select(
        Gen.Int[0, Automations - 1], Gen.OneOf(Names), Gen.OneOf(RulesModel.Frequencies), GenExits, GenPast,
        (automation, name, frequency, exits, where) => new HistoryStep(kind, 0, automation, name, false, exits, Frequency: frequency, Where: where));
}

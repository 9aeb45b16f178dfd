using CsCheck;

namespace Sendra.Tests.Model;

/// <summary>What a condition asks of a contact's past.</summary>
/// <param name="Name">Events of this name are counted.</param>
/// <param name="Value">Only those that say this; null for any.</param>
/// <param name="Within">How far back; null for ever.</param>
/// <param name="AtLeast">How many are enough.</param>
internal sealed record ModelPast(string Name, string? Value, int? Within, int AtLeast)
{
    public static readonly Gen<ModelPast> GenPast = Gen.Select(
        Gen.OneOf(ModelEvent.Go, ModelEvent.Heard), Gen.OneOf<string?>("pro", "free", null), Gen.OneOf<int?>(null, 0, 20, 90), Gen.Int[1, 3],
        (name, value, within, atLeast) => new ModelPast(name, value, within, atLeast));

    public bool Holds(IEnumerable<ModelEvent> events, int now) =>
        events.Count(one => one.Name == Name && (Value is null || one.Value == Value) && (Within is null || now - one.At <= Within)) >= AtLeast;

    /// <param name="prefix">Stands before the names of its events.</param>
    public object ToJsonObject(string prefix) => new
    {
        received = prefix + Name,
        where = Value is null ? null : new { field = "event.v", op = "equals", value = Value },
        within = Within is { } within ? ModelTime.Within(within) : null,
        atLeast = AtLeast,
    };

    public override string ToString() => $"{Name}{Value}x{AtLeast}<{Within}";
}

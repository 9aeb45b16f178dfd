using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.Domain.EventSources;

/// <summary>What became of a delivery, item by item.</summary>
/// <param name="Items">One for each item, in order; at least one.</param>
/// <param name="IsList">Whether it was read as a list, be it of one item.</param>
public sealed partial record DeliveryOutcomes(IReadOnlyList<ItemOutcome> Items, bool IsList)
{
    // What an item is says more than what it is not.
    private static readonly DeliveryStatus[] ByWeight =
        [DeliveryStatus.Processed, DeliveryStatus.Duplicate, DeliveryStatus.Ignored, DeliveryStatus.Skipped, DeliveryStatus.Refused, DeliveryStatus.Handshake];

    /// <summary>A delivery that is one event, or none.</summary>
    public static DeliveryOutcomes Of(ItemOutcome only) => new([only], IsList: false);

    /// <summary>The item that speaks for the whole: the first one of the status that counts most.</summary>
    public (int Index, ItemOutcome Item) Telling => Items.Index().MinBy(one => Array.IndexOf(ByWeight, one.Item.Status));

    /// <summary>How many items were skipped, and can be replayed.</summary>
    public int Skipped => Items.Count(item => item.Status == DeliveryStatus.Skipped);

    /// <summary>The outcomes to be stored; null when it is no list, and the delivery says it all.</summary>
    public string? ToJson() => IsList
        ? JsonSerializer.Serialize([.. Items.Select(item => new Stored(item.Status, item.EventId?.Value, item.Code))], ItemsJson.Default.ListStored)
        : null;

    /// <summary>The reasons to be stored, which are forgotten earlier, because they quote the payload; null when there are none.</summary>
    public string? ReasonsToJson() => IsList && Items.Any(item => item.Reason is not null)
        ? JsonSerializer.Serialize([.. Items.Select(item => Delivery.Cut(item.Reason, Delivery.MaxReasonLength))], ItemsJson.Default.ListString)
        : null;

    /// <summary>Reads what <see cref="ToJson"/> and <see cref="ReasonsToJson"/> wrote; null when it was no list.</summary>
    public static IReadOnlyList<ItemOutcome>? Read(string? items, string? reasons)
    {
        if (items is null)
        {
            return null;
        }

        var words = reasons is null ? null : JsonSerializer.Deserialize(reasons, ItemsJson.Default.ListString);
        return
        [
            .. JsonSerializer.Deserialize(items, ItemsJson.Default.ListStored)!.Select((item, index) =>
                new ItemOutcome(item.Status, item.EventId is { } id ? new EventId(id) : null, item.Code, words?[index])),
        ];
    }

    internal sealed record Stored(
        [property: JsonPropertyName("s")] DeliveryStatus Status,
        [property: JsonPropertyName("e")] Guid? EventId,
        [property: JsonPropertyName("c")] string? Code);

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(List<Stored>))]
    [JsonSerializable(typeof(List<string?>))]
    private sealed partial class ItemsJson : JsonSerializerContext;
}

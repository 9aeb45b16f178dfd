namespace Sendra.Application.EventSources;

/// <summary>The deliveries to a source on a day, by what is known of them now.</summary>
/// <param name="Date">The day.</param>
/// <param name="Processed">How many became events, be it only later by a replay.</param>
/// <param name="Skipped">How many couldn't be mapped.</param>
/// <param name="Refused">How many had a wrong signature.</param>
public sealed record DeliveryDay(DateOnly Date, long Processed, long Skipped, long Refused);

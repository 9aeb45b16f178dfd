namespace Sendra.Application.EventSources;

/// <summary>The deliveries to a source by day.</summary>
/// <param name="TimeZone">The workspace's time zone, in which days begin at midnight.</param>
/// <param name="Items">Each day, oldest first, including those without deliveries. The last is today.</param>
public sealed record DeliveryDays(string TimeZone, IReadOnlyList<DeliveryDay> Items);

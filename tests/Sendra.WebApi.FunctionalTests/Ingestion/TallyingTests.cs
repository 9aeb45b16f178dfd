using System.Globalization;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>Writers of every node count in one order, or they would wait for each other in a circle.</summary>
internal sealed class TallyingTests
{
    [TestCase("")]
    [TestCase("de-DE")]
    [TestCase("tr-TR")]
    public void Names_are_counted_in_the_same_order_in_every_language(string language)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        try
        {
            string[] names = ["a", "B", "ı", "i", "Z", "_"];
            CountedEvent[] events = [.. names.Select(name => new CountedEvent(default, new EventId(Guid.CreateVersion7()), name, 0, 0))];

            Tallying.ByName(events, 0, 1).Select(tally => tally.EventName).Should().Equal("B", "Z", "_", "a", "i", "ı");
            Tallying.ByPeriod(events, 0, 1).Select(tally => tally.EventName).Where(name => name != EventPeriodTally.AllNames)
                .Should().Equal("B", "Z", "_", "a", "i", "ı");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

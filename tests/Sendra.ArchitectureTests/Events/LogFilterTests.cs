using Sendra.Application.Events;
using Sendra.Infrastructure.Events;

namespace Sendra.ArchitectureTests.Events;

/// <summary>A filter of the log that means nothing would be answered as if it were not given.</summary>
internal sealed class LogFilterTests
{
    private static readonly LogFilterText Full = new()
    {
        EventName = ["signUp"],
        Email = "ada@example.com",
        EmailPrefix = "a",
        From = "2026-01-31",
        To = "2026-01-31",
        Declared = true,
        Origin = EventOriginType.Api,
        SourceId = new EventSourceId(Guid.CreateVersion7()),
        HasEffect = true,
    };

    [Test]
    public void L1_every_filter_of_the_log_has_a_meaning()
    {
        LogConditions.Of(new EventLogFilter(new LogFilterText())).Should().BeEmpty();
        foreach (var property in typeof(LogFilterText).GetProperties())
        {
            var alone = new LogFilterText();
            property.GetValue(Full).Should().NotBeNull("{0} is tried", property.Name);
            property.SetValue(alone, property.GetValue(Full));
            LogConditions.Of(new EventLogFilter(alone)).Should().ContainSingle("{0} restricts", property.Name);
        }
    }
}

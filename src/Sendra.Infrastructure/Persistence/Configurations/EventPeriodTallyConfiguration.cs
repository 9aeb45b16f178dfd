using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class EventPeriodTallyConfiguration : IEntityTypeConfiguration<EventPeriodTally>
{
    public void Configure(EntityTypeBuilder<EventPeriodTally> builder)
    {
        builder.ToTable("event_period_tallies");
        builder.HasKey(tally => new { tally.WorkspaceId, tally.EventName, tally.Hour, tally.Shard });
        builder.Property(tally => tally.EventName).HasMaxLength(EventName.MaxLength);
        builder.Property(tally => tally.Hour).HasColumnName("begin_hour");
    }
}

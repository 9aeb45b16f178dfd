using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class EventPropertyTypeConfiguration : IEntityTypeConfiguration<EventPropertyType>
{
    public void Configure(EntityTypeBuilder<EventPropertyType> builder)
    {
        builder.ToTable("event_property_types");
        builder.HasKey(row => new { row.WorkspaceId, row.EventName, row.Property, row.JsonType });
        builder.Property(row => row.EventName).HasMaxLength(EventName.MaxLength);
        builder.Property(row => row.Property).HasMaxLength(EventPropertyType.MaxPropertyLength);
        builder.Property(row => row.JsonType);
        builder.Property(row => row.FirstEventId);
    }
}

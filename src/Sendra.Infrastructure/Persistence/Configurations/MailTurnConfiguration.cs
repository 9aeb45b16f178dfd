using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Calendar;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class MailTurnConfiguration : IEntityTypeConfiguration<MailTurn>
{
    public void Configure(EntityTypeBuilder<MailTurn> builder)
    {
        builder.ToTable("mail_turns");
        builder.HasKey(row => row.WorkspaceId);
        builder.Property(row => row.WorkspaceId).ValueGeneratedNever();
        builder.Property(row => row.OpensAt);
        builder.Property(row => row.SecondBegan);
        builder.Property(row => row.Tries);
        builder.Property(row => row.Day).HasColumnName("day_number");
        builder.Property(row => row.Messages).HasColumnName("day_messages");
        builder.Property(row => row.PerSecond);
        builder.Property(row => row.PerDay);
        builder.Property(row => row.TimeZone).HasMaxLength(TimeZones.MaxNameLength);

        // Whose emails wait.
        builder.HasIndex(row => new { row.OpensAt, row.WorkspaceId }).HasDatabaseName("ix_mail_turns_open").HasFilter("opens_at IS NOT NULL");
    }
}

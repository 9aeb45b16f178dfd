using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Persistence.Configurations;

/// <summary>The largest table after the events: no other index, and no foreign key, since a visit is written with its run alone.</summary>
internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("visits");

        // A step has one effect a visit: a second row for the same visit is a lost race.
        builder.HasKey(visit => new { visit.WorkspaceId, visit.EnrollmentId, visit.Ordinal });
        builder.Property(visit => visit.Ordinal).ValueGeneratedNever();
        builder.Property(visit => visit.Version);
        builder.Property(visit => visit.StepId).HasConversion(id => id.Value, text => StepId.Parse(text)).HasMaxLength(StepId.MaxLength);
        builder.Property(visit => visit.EnteredAt);
        builder.Property(visit => visit.LeftAt);
        builder.Property(visit => visit.Outcome);
        builder.Property(visit => visit.Path).HasMaxLength(Step.MaxNameLength);
        builder.Property(visit => visit.Code);
        builder.Property(visit => visit.Detail).HasMaxLength(Visit.MaxDetailLength);
        builder.Property(visit => visit.EventId);
    }
}

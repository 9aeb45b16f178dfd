using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Automations.Steps;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class StepTallyConfiguration : IEntityTypeConfiguration<StepTally>
{
    public void Configure(EntityTypeBuilder<StepTally> builder)
    {
        builder.ToTable("step_tallies");
        builder.HasKey(tally => new { tally.WorkspaceId, tally.AutomationId, tally.StepId, tally.Path, tally.Shard });
        builder.Property(tally => tally.StepId).HasMaxLength(StepId.MaxLength);
        builder.Property(tally => tally.Path).HasMaxLength(Step.MaxNameLength);
        builder.Property(tally => tally.Shard).ValueGeneratedNever();
    }
}

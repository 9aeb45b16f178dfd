using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class WorkflowJobConfiguration : IEntityTypeConfiguration<WorkflowJob>
{
    public void Configure(EntityTypeBuilder<WorkflowJob> builder)
    {
        builder.ToTable("workflow_jobs");
        builder.HasKey(job => new { job.WorkspaceId, job.Id });
        builder.Property(job => job.AutomationId);
        builder.Property(job => job.Kind);
        builder.Property(job => job.Runs);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class AuditLineConfiguration : IEntityTypeConfiguration<AuditLine>
{
    public void Configure(EntityTypeBuilder<AuditLine> builder)
    {
        builder.ToTable("audit_log");
        builder.HasKey(line => new { line.WorkspaceId, line.Id });
        builder.Property(line => line.ActorType);
        builder.Property(line => line.ActorId);
        builder.Property(line => line.ActorName).HasMaxLength(AuditTarget.MaxNameLength);
        builder.Property(line => line.Action);
        builder.Property(line => line.TargetType);
        builder.Property(line => line.TargetId).HasMaxLength(AuditTarget.MaxIdLength);
        builder.Property(line => line.TargetName).HasMaxLength(AuditTarget.MaxNameLength);
        builder.Property(line => line.Details).HasConversion<AuditDetailsConverter>();
        builder.Property(line => line.Address).HasMaxLength(Actor.MaxAddressLength);
        builder.Property(line => line.UserAgent).HasMaxLength(Actor.MaxUserAgentLength);
        builder.Ignore(line => line.At);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(line => line.WorkspaceId).OnDelete(DeleteBehavior.Restrict);

        // The log, newest first, by each of its filters.
        builder.HasIndex(line => new { line.WorkspaceId, line.ActorId, line.Id });
        builder.HasIndex(line => new { line.WorkspaceId, line.Action, line.Id });
        builder.HasIndex(line => new { line.WorkspaceId, line.TargetType, line.Id });
        builder.HasIndex(line => new { line.WorkspaceId, line.TargetId, line.Id });

        // An erased person's address.
        builder.HasIndex(line => new { line.WorkspaceId, line.TargetName });
    }
}

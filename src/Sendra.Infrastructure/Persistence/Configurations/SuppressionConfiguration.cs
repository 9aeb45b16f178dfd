using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class SuppressionConfiguration : IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Suppression> builder)
    {
        builder.ToTable("suppressions");

        // One per address, of erased people too; the look-up of every mail.
        builder.HasKey(suppression => new { suppression.WorkspaceId, suppression.AddressHash });
        builder.Property(suppression => suppression.Id);
        builder.Property(suppression => suppression.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(suppression => suppression.Scope);
        builder.Property(suppression => suppression.Origin);
        builder.Property(suppression => suppression.UnsubscribedAt);
        builder.Property(suppression => suppression.MessageId);
        builder.Ignore(suppression => suppression.At);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(suppression => suppression.WorkspaceId).OnDelete(DeleteBehavior.Restrict);

        // The list, newest first, whole or of one scope or origin.
        builder.HasIndex(suppression => new { suppression.WorkspaceId, suppression.Id }).IsUnique();
        builder.HasIndex(suppression => new { suppression.WorkspaceId, suppression.Scope, suppression.Id });
        builder.HasIndex(suppression => new { suppression.WorkspaceId, suppression.Origin, suppression.Id });
    }
}

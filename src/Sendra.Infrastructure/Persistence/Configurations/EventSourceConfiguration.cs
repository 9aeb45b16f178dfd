using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.EventSources;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class EventSourceConfiguration : IEntityTypeConfiguration<EventSource>
{
    /// <summary>Deliveries up to this id have had their payloads forgotten, so that no purge looks at them again.</summary>
    public const string ForgottenUpTo = "ForgottenUpTo";

    public void Configure(EntityTypeBuilder<EventSource> builder)
    {
        builder.ToTable("event_sources");
        builder.HasKey(source => new { source.WorkspaceId, source.Id });
        builder.Property(source => source.Name).HasMaxLength(EventSource.MaxNameLength);
        builder.Property(source => source.Preset).HasMaxLength(EventSource.MaxPresetLength);
        builder.Property(source => source.Mapping).HasConversion<PayloadMappingConverter>(PayloadMappingConverter.Comparer);
        builder.Property(source => source.Signature).HasConversion<SourceSignatureConverter>(SourceSignatureConverter.Comparer!);
        builder.Property(source => source.Handshake).HasConversion<HandshakeConverter>(HandshakeConverter.Comparer!);
        builder.Property(source => source.RetentionDays);
        builder.Property(source => source.IsEnabled);
        builder.Property<DeliveryId?>(ForgottenUpTo);

        // Two people at once: the second one is told (409) instead of undoing what the first did.
        builder.Property(source => source.UpdatedAt).IsConcurrencyToken();
        builder.Ignore(source => source.CreatedAt);
        builder.Ignore(source => source.Kind);
        builder.Property(source => source.ApiKeyId);
        builder.Property(source => source.CreatedBy);
        builder.HasIndex(source => new { source.WorkspaceId, source.ApiKeyId }).IsUnique().HasFilter("api_key_id IS NOT NULL");
        builder.Ignore(source => source.CurrentToken);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(source => source.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(source => source.Tokens, Configure);
    }

    private static void Configure(OwnedNavigationBuilder<EventSource, EventSourceToken> builder)
    {
        builder.ToTable("event_source_tokens");
        builder.Property<WorkspaceId>("WorkspaceId");
        builder.Property<EventSourceId>("SourceId");
        builder.WithOwner().HasForeignKey("WorkspaceId", "SourceId");
        builder.HasKey("WorkspaceId", "SourceId", nameof(EventSourceToken.Hash));
        builder.Property(token => token.Hash).HasMaxLength(WebhookToken.HashLength);
        builder.Property(token => token.ProtectedText);
        builder.Property(token => token.CreatedAt);
        builder.Property(token => token.ExpiresAt);

        // The look-up of a webhook, which knows no workspace yet.
        builder.HasIndex(token => token.Hash).IsUnique();
    }
}

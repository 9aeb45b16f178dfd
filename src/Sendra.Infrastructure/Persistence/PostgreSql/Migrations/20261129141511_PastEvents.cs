using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PastEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "contact_properties",
                table: "received_events",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "history_at",
                table: "received_events",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "is_of_many",
                table: "received_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "warnings",
                table: "received_events",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "event_count",
                table: "contacts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "first_of_many",
                table: "contacts",
                type: "uuid",
                nullable: true);

            // Who has many events already: all of them go into the index by name, and none need be gone through.
            migrationBuilder.Sql(
                "UPDATE contacts SET event_count = 256, first_of_many = '00000000-0000-0000-0000-000000000000' " +
                "WHERE EXISTS (SELECT 1 FROM (" +
                "SELECT workspace_id, contact_id FROM received_events GROUP BY workspace_id, contact_id HAVING COUNT(*) >= 256) m " +
                "WHERE m.workspace_id = contacts.workspace_id AND m.contact_id = contacts.id)");
            migrationBuilder.Sql(
                "UPDATE received_events SET is_of_many = 1 " +
                "WHERE EXISTS (SELECT 1 FROM contacts c " +
                "WHERE c.workspace_id = received_events.workspace_id AND c.id = received_events.contact_id AND c.event_count = 256)");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_history",
                table: "received_events",
                columns: new[] { "workspace_id", "contact_id", "event_name", "history_at" },
                filter: "history_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_received_events_of_many",
                table: "received_events",
                columns: new[] { "workspace_id", "contact_id", "event_name", "id" },
                filter: "is_of_many = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_received_events_history",
                table: "received_events");

            migrationBuilder.DropIndex(
                name: "ix_received_events_of_many",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "contact_properties",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "history_at",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "is_of_many",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "warnings",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "event_count",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "first_of_many",
                table: "contacts");
        }
    }
}

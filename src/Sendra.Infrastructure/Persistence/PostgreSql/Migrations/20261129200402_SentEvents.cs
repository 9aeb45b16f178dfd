using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SentEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_due",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_next_due",
                table: "outbox");

            migrationBuilder.AddColumn<Guid>(
                name: "automation_id",
                table: "received_events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "enrollment_id",
                table: "received_events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "depth",
                table: "enrollments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_received_events_automation",
                table: "received_events",
                columns: new[] { "workspace_id", "id" },
                filter: "enrollment_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due",
                table: "outbox",
                columns: new[] { "workspace_id", "due_at", "enrollment_id", "visit" },
                filter: "due_at IS NOT NULL AND kind <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_events",
                table: "outbox",
                columns: new[] { "workspace_id", "due_at", "enrollment_id", "visit" },
                filter: "kind = 3 AND state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_due",
                table: "outbox",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL AND kind <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_event",
                table: "outbox",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL AND kind = 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_received_events_automation",
                table: "received_events");

            migrationBuilder.DropIndex(
                name: "ix_outbox_due",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_events",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_next_due",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_next_event",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "automation_id",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "enrollment_id",
                table: "received_events");

            migrationBuilder.DropColumn(
                name: "depth",
                table: "enrollments");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due",
                table: "outbox",
                columns: new[] { "workspace_id", "due_at", "enrollment_id", "visit" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_due",
                table: "outbox",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL");
        }
    }
}

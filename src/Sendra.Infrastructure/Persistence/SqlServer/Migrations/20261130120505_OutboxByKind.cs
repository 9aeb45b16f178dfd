using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OutboxByKind : Migration
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

            migrationBuilder.CreateIndex(
                name: "ix_outbox_calls",
                table: "outbox",
                columns: new[] { "workspace_id", "due_at", "enrollment_id", "visit" },
                filter: "due_at IS NOT NULL AND kind = 1");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_emails",
                table: "outbox",
                columns: new[] { "workspace_id", "due_at", "enrollment_id", "visit" },
                filter: "due_at IS NOT NULL AND kind = 2");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_call",
                table: "outbox",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL AND kind = 1");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_email",
                table: "outbox",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL AND kind = 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_calls",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_emails",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_next_call",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_next_email",
                table: "outbox");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due",
                table: "outbox",
                columns: new[] { "workspace_id", "due_at", "enrollment_id", "visit" },
                filter: "due_at IS NOT NULL AND kind <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_due",
                table: "outbox",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL AND kind <> 3");
        }
    }
}

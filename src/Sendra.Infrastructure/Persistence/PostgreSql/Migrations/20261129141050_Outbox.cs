using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Outbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "content_days",
                table: "workspaces",
                type: "integer",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<string>(
                name: "previous_signing_secret",
                table: "workspaces",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "previous_signing_secret_until",
                table: "workspaces",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signing_secret",
                table: "workspaces",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit = table.Column<int>(type: "integer", nullable: false),
                    automation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    held_due_at = table.Column<long>(type: "bigint", nullable: true),
                    claim = table.Column<Guid>(type: "uuid", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    request = table.Column<byte[]>(type: "bytea", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    code = table.Column<int>(type: "integer", nullable: true),
                    problem = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.workspace_id, x.enrollment_id, x.visit });
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_content",
                table: "outbox",
                columns: new[] { "workspace_id", "ended_at", "enrollment_id" },
                filter: "ended_at IS NOT NULL AND request IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due",
                table: "outbox",
                columns: new[] { "workspace_id", "due_at", "enrollment_id", "visit" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_held",
                table: "outbox",
                columns: new[] { "workspace_id", "automation_id", "enrollment_id" },
                filter: "held_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_due",
                table: "outbox",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropColumn(
                name: "content_days",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "previous_signing_secret",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "previous_signing_secret_until",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "signing_secret",
                table: "workspaces");
        }
    }
}
